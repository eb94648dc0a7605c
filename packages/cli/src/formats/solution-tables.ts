/** A solved chain as tidy tables: one row a line, shipment, delivery, unit, balance, limit and period. */
import type { ChainSolution } from "@lodegrid/engine/chain";
import type { Metadata, TidyCell, TidyColumn, TidyTable } from "./tidy.ts";

type Described<T> = { readonly [K in keyof T]?: readonly [TidyColumn["type"], string] };

export function solutionTables(solution: ChainSolution): TidyTable[] {
	const { periods } = solution;
	return [
		tidy("line_flows", periods, solution.lines, {
			line: ["text", "line"],
			facility: ["text", "facility"],
			process: ["text", "process"],
			stage: ["text", "stage"],
			region: ["text", "region"],
			compliant: ["boolean", "makes material that meets the provenance rule"],
			activity: ["number", "t of reference flow in the period"],
		}),
		tidy("shipments", periods, solution.shipments, {
			material: ["text", "material"],
			from: ["text", "region it leaves"],
			to: ["text", "region it reaches"],
			compliant: ["boolean", "meets the provenance rule"],
			quantity: ["number", "t that leave in the period"],
		}),
		tidy("deliveries", periods, solution.deliveries, {
			demand: ["text", "demand"],
			material: ["text", "product"],
			region: ["text", "region"],
			sector: ["text", "sector"],
			tier: ["integer", "priority tier"],
			required: ["number", "t in the period"],
			delivered: ["number", "t in the period"],
			shortage: ["number", "t in the period"],
		}),
		tidy("unit_use", periods, solution.units, {
			unit: ["text", "unit"],
			facility: ["text", "facility"],
			region: ["text", "region"],
			stage: ["text", "stage"],
			capacity: ["number", "t of reference flow in the period"],
			used: ["number", "t of reference flow in the period"],
			rent: ["number", "fall of total cost per extra t/yr of capacity, USD"],
			shortageRent: ["number", "fall of shortage per extra t/yr of capacity, t"],
		}),
		tidy("balances", periods, solution.balances, {
			material: ["text", "material"],
			region: ["text", "region"],
			compliant: ["boolean", "meets the provenance rule"],
			stock: ["number", "t held at the end of the period"],
			surplus: ["number", "t disposed of in the period"],
			scarcityPrice: ["number", "rise of total cost per extra t wanted here, USD/t"],
			shortagePrice: ["number", "rise of shortage per extra t wanted here, t/t"],
		}),
		tidy("limits", periods, solution.limits, {
			limit: ["text", "limit over lanes"],
			measure: ["text", "measure that sets it; blank = the lanes' own capacity"],
			capacity: ["number", "t in the period"],
			used: ["number", "t in the period"],
			rent: ["number", "fall of total cost per extra t/yr, USD"],
			shortageRent: ["number", "fall of shortage per extra t/yr, t"],
		}),
	];
}

/** What made a solution, written into every file. */
export function solutionMetadata(solution: ChainSolution): Metadata {
	return {
		package: `${solution.package.name} ${solution.package.version}`,
		package_hash: solution.package.hash,
		scenario: JSON.stringify(solution.scenario),
		status: solution.status,
		method: solution.method,
		duality_gap: String(solution.dualityGap),
		total_cost_usd: String(solution.cost.total),
		discount_rate_per_year: String(solution.scenario.discountRate ?? 0),
	};
}

function tidy<T extends { readonly period: number }>(
	name: string,
	periods: readonly string[],
	items: readonly T[],
	described: Described<Omit<T, "period">>,
): TidyTable {
	const fields = Object.entries(described) as [string, readonly [TidyColumn["type"], string]][];
	return {
		name,
		columns: [
			{ name: "period", type: "text", description: "year, or year and month" },
			...fields.map(([field, [type, description]]) => ({ name: snake(field), type, description })),
		],
		rows: items.map((item) => [
			periods[item.period] ?? null,
			...fields.map(([field]) => (item as Record<string, unknown>)[field] as TidyCell),
		]),
	};
}

function snake(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
