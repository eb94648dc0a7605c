import { useCatalog } from "../engine/catalog.ts";
import { exact, quantity } from "../lib/format.ts";
import { Fact, Facts } from "./Facts.tsx";
import { CardHead, CardPart, Missing } from "./Inspector.tsx";

/** A figure nobody published: its value, its range, why, and which rows cite it. */
export function AssumptionCard({ id }: { readonly id: string }) {
	const { assumptions, tables } = useCatalog();
	const row = assumptions.get(id);
	if (!row) return <Missing what={id} />;
	const unit = row.unit ?? "";
	const cited = Object.entries(tables)
		.map(
			([table, rows]) =>
				[table, (rows as readonly object[]).filter((one) => cites(one, id))] as const,
		)
		.filter(([, rows]) => rows.length > 0);
	return (
		<>
			<CardHead kind="Assumption" title={row.subject}>
				<p>{row.statement}</p>
			</CardHead>
			<CardPart title="The figure">
				<Facts>
					<Fact name="Value" exact={exact(row.value, unit)}>
						{row.value === null ? "a rule, not a figure" : quantity(row.value, unit)}
					</Fact>
					<Fact name="Range">
						{row.low === null || row.high === null
							? null
							: `${quantity(row.low, "")} to ${quantity(row.high, unit)}`}
					</Fact>
				</Facts>
				<p>{row.reason}</p>
			</CardPart>
			<CardPart title="Rows that rest on it">
				{cited.length === 0 && <p className="quiet">None.</p>}
				<ul className="card-list">
					{cited.map(([table, rows]) => (
						<li key={table}>
							<span>{table.replaceAll("_", " ")}</span>
							<span>{rows.length}</span>
						</li>
					))}
				</ul>
			</CardPart>
		</>
	);
}

function cites(row: object, id: string): boolean {
	const { source_ids } = row as { readonly source_ids?: readonly string[] };
	return source_ids?.includes(id) ?? false;
}
