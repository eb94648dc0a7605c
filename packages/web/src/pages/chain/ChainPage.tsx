import { useViewportSize } from "@mantine/hooks";
import { useCallback, useMemo, useRef } from "react";
import { nameOf as nameIn, useCatalog } from "../../engine/catalog.ts";
import { useAlone, useChain } from "../../engine/queries.ts";
import { useWidth } from "../../lib/use-width.ts";
import { DataTable } from "../../parts/DataTable.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { PageHead, PageHeadWaiting } from "../../parts/PageHead.tsx";
import { SavePicture } from "../../parts/Save.tsx";
import { Stopped } from "../../parts/Stopped.tsx";
import { Views } from "../../parts/Views.tsx";
import { useChangeView, useView } from "../../scenario/use-view.ts";
import { ChainMethod } from "./ChainMethod.tsx";
import { ChainSankey } from "./ChainSankey.tsx";
import { ChainTools } from "./ChainTools.tsx";
import { flowKey, groupName } from "./keys.ts";
import { chainNumbers } from "./numbers.ts";
import { Questions } from "./Questions.tsx";
import { Shortage } from "./Shortage.tsx";
import { StageList } from "./StageList.tsx";
import { COVERAGE_COLUMNS, flowColumns } from "./tables.ts";
import "./chain.css";

const QUESTION = "Where does it break?";

export function ChainPage() {
	const catalog = useCatalog();
	const view = useView();
	const change = useChangeView();
	const { data, error, isPlaceholderData, isFetching, refetch } = useChain(view);
	const alone = useAlone(view, data !== undefined && !isPlaceholderData);
	const picture = useRef<SVGSVGElement>(null);
	const [frame, width] = useWidth<HTMLDivElement>();

	const { height: room } = useViewportSize();
	const nameOf = useCallback((group: string) => groupName(catalog, group), [catalog]);
	const assumed = useMemo(() => new Set(data?.assumed), [data]);
	const flows = useMemo(
		() =>
			flowColumns(
				nameOf,
				(material) => nameIn(catalog.materials, material),
				data?.sankey.unit ?? "t",
			),
		[nameOf, catalog, data],
	);
	const open = useCallback((what: string) => change({ inspect: what }), [change]);

	if (error && !isFetching)
		return <Failure title="The chain could not be solved." error={error} next={() => refetch()} />;
	if (!data)
		return isFetching ? (
			<PageHeadWaiting question={QUESTION} doing="Solving the chain …" />
		) : (
			<Stopped question={QUESTION} onAgain={() => refetch()} />
		);
	if (data.status !== "optimal")
		return (
			<Failure
				title="This scenario has no solution."
				error={data.explanation.join("\n") || data.status}
				next={() => change({ blocs: "", rule: "none", closed: "" })}
				nextWords="Back to the package's blocs, no rule"
			/>
		);

	const { coverage, sankey } = data;
	return (
		<>
			<PageHead
				question={QUESTION}
				answer={coverage.sentence}
				numbers={chainNumbers(data, alone.data, view.closed === "rival", nameOf)}
				stale={isPlaceholderData}
			>
				<Shortage shortage={data.shortage} />
				<Questions />
			</PageHead>
			<Views
				tools={
					<>
						<ChainTools answer={data} />
						<SavePicture
							file="lodegrid-chain"
							picture={picture}
							columns={flows}
							rows={sankey.links}
						/>
					</>
				}
				picture={
					<div ref={frame} data-stale={isPlaceholderData || undefined} className="chain-picture">
						{sankey.links.length === 0 ? (
							<p className="quiet">Nothing of this product is made in this scenario.</p>
						) : (
							<ChainSankey
								answer={data}
								nameOf={nameOf}
								assumed={assumed}
								selected={view.inspect}
								width={width}
								room={room}
								title={coverage.sentence}
								picture={picture}
								onOpen={open}
							/>
						)}
						{width < 640 && <StageList coverage={coverage} onOpen={open} />}
						<p className="quiet small chain-note">
							Width: {sankey.unit}, {view.year}. Colour: control. Hatched: mostly assumed or
							aggregate plants. Bars: effective capacity over need; the line is the need.
						</p>
					</div>
				}
				table={
					<>
						<DataTable
							title="Capacity against need"
							file="lodegrid-coverage"
							columns={COVERAGE_COLUMNS}
							rows={coverage.rows}
							onOpen={(row) => open(`stage:${row.stage}`)}
						/>
						<DataTable
							title={`Flows that end in the product, ${sankey.unit}`}
							file="lodegrid-flows"
							columns={flows}
							rows={sankey.links}
							onOpen={(link) => open(flowKey(link.source, link.target))}
						/>
					</>
				}
				method={<ChainMethod answer={data} />}
			/>
		</>
	);
}
