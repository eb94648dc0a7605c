import { nameOf, useCatalog } from "../engine/catalog.ts";
import { cellId } from "../lib/cell.ts";
import { exact, percent, quantity } from "../lib/format.ts";
import { SourceList } from "../parts/Sources.tsx";
import { STAGE_WORDS } from "../parts/status.ts";
import { Fact, Facts } from "./Facts.tsx";
import { CardHead, CardPart, Missing, Open } from "./Inspector.tsx";

/** A published figure that the model is held against. */
export function ReferenceCard({ id }: { readonly id: string }) {
	const catalog = useCatalog();
	const row = catalog.tables.references.find((reference) => reference.id === id);
	if (!row) return <Missing what={id} />;
	const shown = (value: number | null) =>
		value === null ? null : row.unit === "fraction" ? percent(value) : quantity(value, "t");
	return (
		<>
			<CardHead kind={`Published figure · ${row.year}`} title={row.title} />
			<CardPart title="The figure">
				<Facts>
					<Fact
						name="Published"
						exact={exact(row.value, row.unit)}
						cited={row}
						cell={cellId("references", row, "value")}
					>
						{shown(row.value)}
					</Fact>
					<Fact name="Range">
						{row.low === null || row.high === null
							? null
							: `${shown(row.low)} to ${shown(row.high)}`}
					</Fact>
					<Fact name="Measures">{row.metric.replace("_", " ")}</Fact>
					{row.stage && <Fact name="Stage">{STAGE_WORDS[row.stage]}</Fact>}
					<Fact name="Region">{nameOf(catalog.regions, row.region_id)}</Fact>
					{row.partner_region_id && (
						<Fact name="Partner">{nameOf(catalog.regions, row.partner_region_id)}</Fact>
					)}
					{row.element_ids && row.element_ids.length > 0 && (
						<Fact name="Counted as">contained oxide of {row.element_ids.join(", ")}</Fact>
					)}
				</Facts>
			</CardPart>
			<CardPart title="Relation to the model">
				<p>
					{row.relation === "input"
						? "Input: a capacity or demand of the package rests on the same figure, so agreement proves little."
						: "Emergent: nothing in the package states it; the model has to find it."}
				</p>
				{row.explanation && <p>{row.explanation}</p>}
			</CardPart>
			<CardPart title="Materials counted">
				<ul className="card-list">
					{row.material_ids.map((material) => (
						<li key={material}>
							<Open what={`material:${material}`}>{nameOf(catalog.materials, material)}</Open>
						</li>
					))}
				</ul>
			</CardPart>
			<CardPart title="Evidence">
				<SourceList ids={row.source_ids} />
			</CardPart>
		</>
	);
}
