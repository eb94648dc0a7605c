import type { CellRef } from "@lodegrid/engine/evidence";
import { useCatalog } from "../engine/catalog.ts";
import { Open } from "../inspect/Inspector.tsx";
import { count } from "../lib/format.ts";
import { cellTitle } from "./cell-title.ts";

/** Numbers of the model that rest on a claim, each one click away. */
export function Uses({ cells }: { readonly cells: readonly CellRef[] }) {
	const catalog = useCatalog();
	return (
		<ul className="uses small">
			{cells.map((cell) => (
				<li key={`${cell.table}/${cell.row}/${cell.column}`}>
					<Open what={`number:${cell.table}/${cell.row}/${cell.column}`}>
						{cellTitle(catalog, cell)}
					</Open>
				</li>
			))}
		</ul>
	);
}

/** The same behind a line that says how many; nothing where there are none. */
export function UsesLine({ cells }: { readonly cells: readonly CellRef[] }) {
	if (cells.length === 0) return null;
	return (
		<details className="uses-line small">
			<summary>Used in {count(cells.length, "number")} of the model</summary>
			<Uses cells={cells} />
		</details>
	);
}
