import { nameOf, type RowOf, useCatalog } from "../engine/catalog.ts";
import { SourceList } from "../parts/Sources.tsx";
import { BLOC_WORDS, STAGE_WORDS, STATUS_WORDS } from "../parts/status.ts";
import { plantBloc } from "../scenario/blocs.ts";
import { useView } from "../scenario/use-view.ts";
import { FacilityUse } from "./FacilityUse.tsx";
import { Fact, Facts } from "./Facts.tsx";
import { CardHead, CardPart, Missing, Open } from "./Inspector.tsx";
import { UnitCapacities } from "./UnitCapacities.tsx";

/** Everything known about a plant; what isn't known is said to be unknown. */
export function FacilityCard({ id }: { readonly id: string }) {
	const catalog = useCatalog();
	const view = useView();
	const row = catalog.facilities.get(id);
	if (!row) return <Missing what={id} />;
	const bloc = plantBloc(catalog, view, row);
	const units = Map.groupBy(catalog.linesOf.get(id) ?? [], (line) => line.unit_id);
	return (
		<>
			<CardHead
				kind={
					<>
						<i className="swatch" data-bloc={bloc} />
						{BLOC_WORDS[bloc]} · {row.stages.map((stage) => STAGE_WORDS[stage] ?? stage).join(", ")}
					</>
				}
				title={row.name}
			>
				{row.aggregate && (
					<p className="quiet">
						Stands for several plants whose capacities nobody publishes one by one.
					</p>
				)}
			</CardHead>
			<Identity row={row} />
			<CardPart title="Capacity, by date">
				{units.size === 0 && (
					<p>No process or capacity is published for this plant, so the model cannot run it.</p>
				)}
				{[...units].map(([unit, lines]) => (
					<UnitCapacities key={unit} unit={unit} lines={lines} />
				))}
			</CardPart>
			{units.size > 0 && <FacilityUse facility={id} bloc={bloc} />}
			<AsPublished row={row} />
			<CardPart title="Evidence">
				<p className="small">
					Confidence: <b>{row.confidence}</b>
				</p>
				<SourceList ids={row.source_ids} />
			</CardPart>
		</>
	);
}

function Identity({ row }: { readonly row: RowOf<"facilities"> }) {
	const { operators, regions } = useCatalog();
	const operator = operators.get(row.operator_id);
	const place =
		row.latitude === null || row.longitude === null
			? null
			: `${row.latitude.toFixed(2)}°, ${row.longitude.toFixed(2)}° (${row.coordinate_quality})`;
	return (
		<CardPart title="What it is">
			<Facts>
				<Fact name="Status" cited={row}>
					{STATUS_WORDS[row.status] ?? row.status}
				</Fact>
				<Fact name="Operator" cited={operator ?? row}>
					{operator?.name ?? row.operator_id}
				</Fact>
				<Fact name="Ownership">{operator?.ownership}</Fact>
				<Fact name="Controlled from" cited={row}>
					<Open what={`region:${row.controlling_region_id}`}>
						{nameOf(regions, row.controlling_region_id)}
					</Open>
				</Fact>
				<Fact name="Country">
					<Open what={`region:${row.region_id}`}>{nameOf(regions, row.region_id)}</Open>
				</Fact>
				<Fact name="Place">{place}</Fact>
				<Fact name="First year">{row.start_year}</Fact>
			</Facts>
		</CardPart>
	);
}

function AsPublished({ row }: { readonly row: RowOf<"facilities"> }) {
	return (
		<CardPart title="In the words of the sources">
			<Facts>
				<Fact name="Products">{row.products}</Fact>
				<Fact name="Capacity">{row.capacity_as_published}</Fact>
				<Fact name="Latest output">{row.latest_output_as_published}</Fact>
				<Fact name="Feed">{row.feed}</Fact>
				<Fact name="Customers">{row.offtake}</Fact>
				<Fact name="Public money">{row.public_support}</Fact>
				{row.note && <Fact name="Note">{row.note}</Fact>}
			</Facts>
		</CardPart>
	);
}
