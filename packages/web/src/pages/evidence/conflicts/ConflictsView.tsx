import { useDeferredValue, useMemo, useRef, useState } from "react";
import { cellTitle, readCell } from "../../../evidence/cell-title.ts";
import { symbolOf } from "../../../evidence/figure.ts";
import { Open } from "../../../inspect/Inspector.tsx";
import { useWidth } from "../../../lib/use-width.ts";
import { DataTable } from "../../../parts/DataTable.tsx";
import { Failure } from "../../../parts/Failure.tsx";
import { SavePicture } from "../../../parts/Save.tsx";
import { Stopped } from "../../../parts/Stopped.tsx";
import { useChangeView, useView } from "../../../scenario/use-view.ts";
import { matches } from "../claims/select.ts";
import { EvidenceHead, EvidenceTools, QUESTION } from "../frame.tsx";
import { useLedger } from "../use-ledger.ts";
import { disputeAnswer, disputeNumbers } from "./answer.ts";
import { rivalColumns } from "./columns.ts";
import { DisputeList } from "./DisputeList.tsx";
import { RivalKey } from "./RivalMark.tsx";
import { RivalsChart } from "./RivalsChart.tsx";
import { disputesOf, isCalendar, modelNumbers } from "./rank.ts";
import "./conflicts.css";

/** Quantities with rival figures; the chosen one drawn on one axis. */
export function ConflictsView() {
	const { catalog, evidence, byId } = useLedger();
	const view = useView();
	const change = useChangeView();
	const picture = useRef<SVGSVGElement>(null);
	const [frame, width] = useWidth<HTMLDivElement>();
	const [words, setWords] = useState(view.find);
	const asked = useDeferredValue(words);
	const disputes = useMemo(
		() => (evidence.data ? disputesOf(evidence.data, catalog) : []),
		[evidence.data, catalog],
	);
	const found = useMemo(
		() =>
			disputes.filter(({ conflict }) =>
				matches(
					[
						conflict.title.toLowerCase(),
						...conflict.values.map(({ claim }) => byId.get(claim)?.text ?? ""),
					].join("\n"),
					asked,
				),
			),
		[disputes, byId, asked],
	);
	const dispute =
		disputes.find(({ conflict }) => conflict.quantity === view.quantity) ?? found[0] ?? disputes[0];
	const model = useMemo(
		() =>
			dispute && evidence.data ? modelNumbers(dispute, evidence.data.resolutions, catalog) : [],
		[dispute, evidence.data, catalog],
	);
	const unit = symbolOf(catalog.units, dispute?.conflict.unit ?? null);
	const calendar = dispute !== undefined && isCalendar(dispute.conflict, catalog);
	const columns = useMemo(() => rivalColumns(byId, unit, calendar), [byId, unit, calendar]);
	const open = (what: string) => change({ inspect: what });

	if (evidence.error && !evidence.isFetching)
		return (
			<Failure
				title="The claims could not be compared."
				error={evidence.error}
				next={() => void evidence.refetch()}
			/>
		);
	if (!evidence.data)
		return evidence.isFetching ? (
			<EvidenceHead answer={null} doing="Comparing the claims …" />
		) : (
			<Stopped question={QUESTION} onAgain={() => void evidence.refetch()} />
		);
	if (!dispute)
		return (
			<>
				<EvidenceHead answer="0 quantities are in dispute: all figures of the same thing agree" />
				<p className="quiet">
					No two sources give different figures for the same quantity, basis and period.
				</p>
			</>
		);
	const { conflict } = dispute;
	const answer = disputeAnswer(conflict);
	return (
		<>
			<EvidenceHead answer={answer} numbers={disputeNumbers(dispute, model, unit, calendar)} />
			<EvidenceTools>
				<SavePicture
					file="lodegrid-rival-figures"
					picture={picture}
					columns={columns}
					rows={conflict.values}
				/>
			</EvidenceTools>
			<div className="disputes-and-one">
				<DisputeList
					disputes={found}
					all={disputes.filter(({ opened }) => opened).length}
					current={conflict.quantity}
					words={words}
					onWords={setWords}
					onChoose={(quantity) => change({ quantity })}
				/>
				<div className="dispute">
					<figure ref={frame}>
						<RivalsChart
							dispute={dispute}
							model={model}
							unit={unit}
							title={answer}
							width={width}
							picture={picture}
							selected={view.inspect}
							onOpen={open}
						/>
					</figure>
					<RivalKey />
					{dispute.uses.length > 0 && (
						<p className="small dispute-uses">
							<span className="quiet">Numbers of the model that rest on it: </span>
							{dispute.uses.slice(0, USES_SHOWN).map((id, i) => {
								const cell = readCell(id);
								return (
									<span key={id}>
										{i > 0 && "; "}
										<Open what={`number:${id}`}>{cell ? cellTitle(catalog, cell) : id}</Open>
									</span>
								);
							})}
							{dispute.uses.length > USES_SHOWN &&
								`; and ${dispute.uses.length - USES_SHOWN} more, listed with each claim`}
						</p>
					)}
					<DataTable
						title="Rival figures"
						file="lodegrid-rival-figures"
						columns={columns}
						rows={conflict.values}
						onOpen={({ claim }) => open(`claim:${claim}`)}
					/>
				</div>
			</div>
		</>
	);
}

const USES_SHOWN = 4;
