/**
 * The baseline made larger without changing what it means: every facility stands `copies` times,
 * each copy with 1/copies of the capacity, so totals hold, and with costs up to 0.1 % apart, so
 * that the optimum stays unique. Regions, materials, lanes and demands stay as they are.
 */
import { type DataPackage, TABLES, toCsv } from "../../packages/engine/src/dataset/index.ts";

type Files = ReadonlyMap<string, Uint8Array>;

export function tile(files: Files, pkg: DataPackage, copies: number): Files {
	const { facilities, lines, capacities } = pkg.tables;
	const share = (quantity: number | null) => (quantity === null ? null : quantity / copies);
	const tiled = new Map(files);
	const write = (name: "facilities" | "lines" | "capacities", rows: Iterable<object>) => {
		const columns = TABLES[name].columns.map((column) => column.name);
		tiled.set(`${name}.csv`, new TextEncoder().encode(toCsv(columns, rows)));
	};
	write(
		"facilities",
		each(copies, facilities, (row, id) => ({ ...row, id: id(row.id) })),
	);
	write(
		"lines",
		each(copies, lines, (row, id, copy) => ({
			...row,
			id: id(row.id),
			facility_id: id(row.facility_id),
			unit_id: id(row.unit_id),
			variable_cost_usd_per_t: row.variable_cost_usd_per_t * (1 + (1e-3 * copy) / copies),
		})),
	);
	write(
		"capacities",
		each(copies, capacities, (row, id) => ({
			...row,
			unit_id: id(row.unit_id),
			nameplate_t_per_year: share(row.nameplate_t_per_year),
			effective_t_per_year: share(row.effective_t_per_year),
			committed_t_per_year: share(row.committed_t_per_year),
			latest_output_t: share(row.latest_output_t),
		})),
	);
	return tiled;
}

function* each<T>(
	copies: number,
	rows: readonly T[],
	change: (row: T, id: (id: string) => string, copy: number) => object,
): Generator<object> {
	for (const row of rows)
		for (let copy = 0; copy < copies; copy++) {
			const suffix = `_copy${String(copy).padStart(3, "0")}`;
			yield change(row, (original) => (copy === 0 ? original : original + suffix), copy);
		}
}
