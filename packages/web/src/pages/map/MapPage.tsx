import { useMemo, useRef } from "react";
import { useCatalog } from "../../engine/catalog.ts";
import { useSolution } from "../../engine/queries.ts";
import { useWidth } from "../../lib/use-width.ts";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { SavePicture } from "../../parts/Save.tsx";
import { BLOC_WORDS, STAGE_WORDS, STATUS_WORDS, tonnes } from "../../parts/status.ts";
import { Views } from "../../parts/Views.tsx";
import { blocsOf } from "../../scenario/blocs.ts";
import { useChangeView, useView } from "../../scenario/use-view.ts";
import { mapAnswer, mapNumbers } from "./answer.ts";
import { type Arc, arcsOf, MOST_ARCS, shownMaterials } from "./arcs.ts";
import { Filters, FlowChoice } from "./Filters.tsx";
import { MapMethod } from "./MapMethod.tsx";
import { PlantList } from "./PlantList.tsx";
import { filtered, type Plant, plantsOf } from "./plants.ts";
import { WorldMap } from "./WorldMap.tsx";
import "./map.css";

const COLUMNS: readonly Column<Plant>[] = [
	{ id: "name", title: "Plant", value: (plant) => plant.name },
	{ id: "operator", title: "Operator", value: (plant) => plant.operator },
	{ id: "region", title: "Country", value: (plant) => plant.region, nowrap: true },
	{ id: "bloc", title: "Control", value: (plant) => BLOC_WORDS[plant.bloc] },
	{
		id: "stages",
		title: "Stages",
		value: (plant) => plant.stages.map((stage) => STAGE_WORDS[stage] ?? stage).join(", "),
	},
	{
		id: "status",
		title: "Status",
		value: (plant) => STATUS_WORDS[plant.status] ?? plant.status,
		nowrap: true,
	},
	{ id: "capacity", title: "Effective capacity", unit: "t/yr", value: (plant) => plant.capacity },
	{
		id: "basis",
		title: "of",
		value: (plant) => (plant.capacity === null ? "" : tonnes(plant.basis)),
		nowrap: true,
	},
	{ id: "longitude", title: "Longitude", unit: "°", value: (plant) => plant.at?.[0] ?? null },
	{ id: "latitude", title: "Latitude", unit: "°", value: (plant) => plant.at?.[1] ?? null },
	{
		id: "aggregate",
		title: "Stands for several",
		value: (plant) => (plant.aggregate ? "yes" : "no"),
	},
	{ id: "confidence", title: "Confidence", value: (plant) => plant.confidence },
	{ id: "id", title: "Id", value: (plant) => plant.id },
];

export function MapPage() {
	const catalog = useCatalog();
	const view = useView();
	const change = useChangeView();
	const solution = useSolution(view, view.arcs === "on");
	const picture = useRef<SVGSVGElement>(null);
	const [frame, width] = useWidth<HTMLDivElement>();

	const plants = useMemo(() => plantsOf(catalog, view), [catalog, view]);
	const shown = useMemo(() => filtered(plants, view, catalog), [plants, view, catalog]);
	const blocs = useMemo(() => blocsOf(catalog, view), [catalog, view]);
	const arcs = useMemo(
		() =>
			view.arcs === "on" && solution.data
				? arcsOf(solution.data.shipments, shownMaterials(catalog, view))
				: [],
		[solution.data, catalog, view],
	);
	const answer = mapAnswer(shown, view);
	const open = (what: string) => change({ inspect: what });

	return (
		<>
			<PageHead question="Who can do what, where?" answer={answer} numbers={mapNumbers(shown)} />
			<Views
				tools={
					<>
						<FlowChoice />
						<SavePicture file="lodegrid-map" picture={picture} columns={COLUMNS} rows={shown} />
					</>
				}
				picture={
					<>
						<Filters plants={plants} />
						<div className="map-and-list">
							<div ref={frame}>
								<WorldMap
									catalog={catalog}
									plants={shown}
									arcs={arcs.slice(0, MOST_ARCS)}
									blocs={blocs}
									selected={view.inspect}
									width={width}
									title={answer}
									picture={picture}
									onOpen={open}
								/>
								<ArcNote
									arcs={arcs}
									year={view.year}
									solving={solution.isFetching}
									on={view.arcs === "on"}
								/>
							</div>
							<PlantList plants={shown} selected={view.inspect} onOpen={open} />
						</div>
					</>
				}
				table={
					<>
						<DataTable
							title="Plants on the map"
							file="lodegrid-plants"
							columns={COLUMNS}
							rows={shown}
							onOpen={(plant) => open(`facility:${plant.id}`)}
						/>
						<ArcTable arcs={arcs} />
					</>
				}
				method={<MapMethod />}
			/>
		</>
	);
}

interface NoteProps {
	readonly arcs: readonly Arc[];
	readonly year: number;
	readonly solving: boolean;
	readonly on: boolean;
}

function ArcNote({ arcs, year, solving, on }: NoteProps) {
	if (!on) return null;
	const text = solving
		? "Solving the flows of this scenario …"
		: arcs.length === 0
			? `The solved scenario ships none of this between regions in ${year}.`
			: `Arcs: modelled shipments of ${year}, width by tonnes, colour by origin${arcs.length > MOST_ARCS ? `; the ${MOST_ARCS} largest of ${arcs.length}, all are in the table` : ""}. Ctrl with the wheel zooms.`;
	return <p className="quiet small map-note">{text}</p>;
}

function ArcTable({ arcs }: { readonly arcs: readonly Arc[] }) {
	const { materials, regions } = useCatalog();
	const columns = useMemo<Column<Arc>[]>(
		() => [
			{
				id: "material",
				title: "Material",
				value: (arc) => materials.get(arc.material)?.name ?? arc.material,
			},
			{ id: "from", title: "From", value: (arc) => regions.get(arc.from)?.name ?? arc.from },
			{ id: "to", title: "To", value: (arc) => regions.get(arc.to)?.name ?? arc.to },
			{ id: "quantity", title: "Quantity", unit: "t/yr", value: (arc) => arc.quantity },
		],
		[materials, regions],
	);
	return (
		<DataTable
			title="Modelled shipments between regions"
			file="lodegrid-shipments"
			columns={columns}
			rows={arcs}
			empty="No flows are chosen, or the scenario ships none of this."
		/>
	);
}
