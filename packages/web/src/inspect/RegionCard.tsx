import { useMemo } from "react";
import { useCatalog } from "../engine/catalog.ts";
import { cellId } from "../lib/cell.ts";
import { exact, quantity } from "../lib/format.ts";
import { Sources } from "../parts/Sources.tsx";
import { BLOC_WORDS, STAGE_WORDS, STATUS_WORDS } from "../parts/status.ts";
import { blocsOf } from "../scenario/blocs.ts";
import { shortName } from "../scenario/choices.ts";
import { useView } from "../scenario/use-view.ts";
import { Fact, Facts } from "./Facts.tsx";
import { CardHead, CardPart, Missing, Open } from "./Inspector.tsx";

/** A region: whose side it counts for, what it needs, what stands in it. */
export function RegionCard({ id }: { readonly id: string }) {
	const catalog = useCatalog();
	const view = useView();
	const region = catalog.regions.get(id);
	const bloc = useMemo(() => blocsOf(catalog, view).get(id) ?? "neutral", [catalog, view, id]);
	if (!region) return <Missing what={id} />;
	const plants = catalog.tables.facilities.filter(({ region_id }) => region_id === id);
	const abroad = catalog.tables.facilities.filter(
		(plant) => plant.controlling_region_id === id && plant.region_id !== id,
	);
	const needs = catalog.tables.demand.filter(
		(row) =>
			row.region_id === id &&
			row.year === view.year &&
			(row.case === "base" || row.case === view.defence),
	);
	return (
		<>
			<CardHead
				kind={
					<>
						<i className="swatch" data-bloc={bloc} />
						{BLOC_WORDS[bloc]} · {region.kind === "country" ? "Country" : "Aggregate of countries"}
					</>
				}
				title={region.name}
			/>
			<CardPart title="What it is">
				<Facts>
					<Fact name="Code">{region.id}</Fact>
					<Fact name="In the package" cited={region}>
						{BLOC_WORDS[region.bloc]}
					</Fact>
				</Facts>
			</CardPart>
			<CardPart title={`Needs in ${view.year}`}>
				{needs.length === 0 && <p className="quiet">No demand is listed for this year.</p>}
				<ul className="card-list">
					{needs.map((row) => (
						<li key={`${row.material_id}${row.sector_id}${row.case}`}>
							<span>
								{shortName(catalog.materials.get(row.material_id)?.name ?? row.material_id)}
								<span className="quiet small">
									{" "}
									{catalog.sectors.get(row.sector_id)?.name ?? row.sector_id}
								</span>
							</span>
							<span title={exact(row.quantity_t, "t")}>
								{quantity(row.quantity_t, "t")}
								<Sources
									ids={row.source_ids}
									confidence={row.confidence}
									note={row.note}
									of={`demand of ${row.sector_id}`}
									cell={cellId("demand", row, "quantity_t")}
								/>
							</span>
						</li>
					))}
				</ul>
			</CardPart>
			<PlantList title={`Plants here (${plants.length})`} plants={plants} />
			{abroad.length > 0 && (
				<PlantList
					title={`Controlled from here, standing elsewhere (${abroad.length})`}
					plants={abroad}
				/>
			)}
		</>
	);
}

interface ListProps {
	readonly title: string;
	readonly plants: readonly {
		readonly id: string;
		readonly name: string;
		readonly stages: readonly string[];
		readonly status: string;
	}[];
}

function PlantList({ title, plants }: ListProps) {
	return (
		<CardPart title={title}>
			{plants.length === 0 && <p className="quiet">None is known.</p>}
			<ul className="card-list">
				{plants.map(({ id, name, stages, status }) => (
					<li key={id}>
						<Open what={`facility:${id}`}>{name}</Open>
						<span className="quiet small">
							{STAGE_WORDS[stages.at(-1) ?? ""]}, {STATUS_WORDS[status]?.toLowerCase()}
						</span>
					</li>
				))}
			</ul>
		</CardPart>
	);
}
