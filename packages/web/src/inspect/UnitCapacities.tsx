import { nameOf, type RowOf, useCatalog } from "../engine/catalog.ts";
import { cellId } from "../lib/cell.ts";
import { exact, number } from "../lib/format.ts";
import { Sources } from "../parts/Sources.tsx";
import { STATUS_WORDS, tonnes } from "../parts/status.ts";

interface Props {
	readonly unit: string;
	readonly lines: readonly RowOf<"lines">[];
}

/** A unit's processes, and its capacity from each date on. */
export function UnitCapacities({ unit, lines }: Props) {
	const { processes, materials, capacitiesOf } = useCatalog();
	const rows = (capacitiesOf.get(unit) ?? []).toSorted((a, b) =>
		a.from_date.localeCompare(b.from_date),
	);
	const reference = processes.get(lines[0]?.process_id ?? "")?.reference_material_id ?? "";
	const per = `${tonnes(materials.get(reference)?.basis)}/yr`;
	return (
		<div className="unit">
			<p className="unit-name">
				{lines.map((line) => nameOf(processes, line.process_id)).join("; ")}
			</p>
			{rows.length === 0 ? (
				<p className="quiet">Capacity unknown.</p>
			) : (
				<table className="mini">
					<thead>
						<tr>
							<th scope="col">From, status</th>
							<th scope="col">Nameplate, {per}</th>
							<th scope="col">Effective, {per}</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<tr key={row.from_date}>
								<td>
									{row.from_date.slice(0, 7)}{" "}
									<span className="quiet">{STATUS_WORDS[row.status] ?? row.status}</span>
								</td>
								<td title={exact(row.nameplate_t_per_year, per)}>
									{number(row.nameplate_t_per_year)}
									{row.nameplate_t_per_year !== null && (
										<Sources
											ids={row.source_ids}
											confidence={row.confidence}
											note={row.note}
											of={`nameplate capacity from ${row.from_date}`}
											cell={cellId("capacities", row, "nameplate_t_per_year")}
										/>
									)}
								</td>
								<td title={exact(row.effective_t_per_year, per)}>
									{number(row.effective_t_per_year)}
									<Sources
										ids={row.source_ids}
										confidence={row.confidence}
										note={[`Effective from: ${row.basis}.`, row.note].filter(Boolean).join(" ")}
										of={`effective capacity from ${row.from_date}`}
										cell={cellId("capacities", row, "effective_t_per_year")}
									/>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<LatestOutput rows={rows} />
		</div>
	);
}

function LatestOutput({ rows }: { readonly rows: readonly RowOf<"capacities">[] }) {
	const row = rows.findLast(({ latest_output_t }) => latest_output_t !== null);
	if (!row) return null;
	return (
		<p className="small quiet" title={exact(row.latest_output_t, "t")}>
			Latest output: {number(row.latest_output_t)} t in{" "}
			{row.latest_output_year ?? "an unknown year"}
		</p>
	);
}
