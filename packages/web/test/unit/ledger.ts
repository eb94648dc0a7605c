/** A small ledger for the tests of the evidence page: made-up figures of a made-up pit. */
import type { DataPackage } from "@lodegrid/engine/dataset";
import { type Catalog, catalogOf, type RowOf } from "../../src/engine/catalog.ts";
import type { Evidence } from "../../src/engine/protocol.ts";

type Claim = RowOf<"claims">;

const CLAIM: Claim = {
	id: "",
	subject_id: "pit",
	attribute_id: "output",
	basis_id: "reo",
	scope_id: null,
	as_of: "2025",
	as_of_end: null,
	form: "exact",
	value: null,
	low: null,
	high: null,
	date: null,
	token: null,
	unit_id: "t_per_year",
	printed: "",
	qualifier: null,
	place: null,
	published: null,
	revises_id: null,
	derivation: "printed",
	formula: null,
	standing: "counts",
	source_ids: ["survey"],
	confidence: "high",
	note: null,
};

export function claim(id: string, patch: Partial<Claim>): Claim {
	return { ...CLAIM, id, ...patch };
}

export const CLAIMS: readonly Claim[] = [
	claim("old", { value: 7500, printed: "7,500", source_ids: ["survey_old"] }),
	claim("new", { value: 8000, printed: "8,000", revises_id: "old", place: "table 10" }),
	claim("echo", {
		form: "about",
		value: 8000,
		printed: "some 8,000 t",
		source_ids: ["paper", "survey"],
		confidence: "low",
	}),
	claim("over", { form: "more_than", value: 9000, printed: "over 9,000 t", place: "table 2" }),
	claim("held", { form: "token", token: "W", printed: "W", as_of: null, basis_id: null }),
	claim("world", { subject_id: "world", value: 16_000, printed: "16,000" }),
	claim("share", {
		attribute_id: "share_of_world_output",
		value: 5,
		unit_id: "percent",
		printed: "5 %",
		formula: "new / world",
		source_ids: ["paper"],
	}),
];

export function ledger(claims: readonly Claim[] = CLAIMS): Catalog {
	const names = (rows: Record<string, string>) =>
		Object.entries(rows).map(([id, name]) => ({ id, name }));
	const source = (id: string, publisher: string, published: string | null, url: string | null) => ({
		id,
		title: `Title of ${id}`,
		publisher,
		published,
		url,
		kind: "official",
		note: null,
	});
	const unit = (id: string, symbol: string, dimension: string, factor: number) => ({
		id,
		name: id,
		symbol,
		dimension,
		factor,
	});
	const tables = {
		claims,
		subjects: [
			{ id: "pit", name: "The Pit", kind: "facility", aliases: "Old Hole" },
			{ id: "world", name: "World", kind: "region", aliases: null },
		],
		attributes: names({ output: "output", share_of_world_output: "share of world output" }),
		bases: names({ reo: "rare-earth oxide" }),
		units: [
			unit("t_per_year", "t/yr", "mass/time", 1),
			unit("kt_per_year", "kt/yr", "mass/time", 1000),
			unit("percent", "%", "1", 0.01),
		],
		identities: [
			{ id: "of_world", title: "Share of the world", formula: "output / whole(output)" },
		],
		sources: [
			source("survey", "Survey Office", "2026-02", "https://survey.example/2026"),
			source("survey_old", "Survey Office", "2025-02", null),
			source("paper", "The Daily Pit", "2025-10-03", "javascript:alert(1)"),
		],
		parameters: [],
	};
	const empty = new Proxy(tables as unknown as DataPackage["tables"], {
		get: (target, name) => Reflect.get(target, name) ?? [],
	});
	return catalogOf({ name: "small", version: "1", hash: "h", tables: empty }, []);
}

export const EVIDENCE: Evidence = {
	verdicts: [
		{
			claim: "share",
			verdict: "arithmetic error",
			by: "new / world",
			found: { low: 4.5, high: 5.5 },
			expected: { low: 49, high: 51 },
			factor: 10,
			inputs: ["new", "world"],
			sentence: "“8,000” / “16,000” gives 50 %, not “5 %”.",
		},
		...["old", "new", "echo", "over", "held", "world"].map((id) => ({
			claim: id,
			verdict: id === "world" ? ("consistent" as const) : ("cannot check" as const),
			by: null,
			found: null,
			expected: null,
			factor: null,
			inputs: [],
			sentence: "Nothing is printed that it follows from.",
		})),
	],
	findings: [
		{
			kind: "broken bound",
			claims: ["new"],
			against: ["over"],
			source: "survey",
			sentence: "8,000 is not over 9,000.",
			factor: null,
		},
	],
	unopened: [],
	conflicts: [
		{
			quantity: "pit|output|reo||2025",
			title: "The Pit, output",
			unit: "t_per_year",
			values: [
				rival("new", "survey", 8000, [7950, 8050], "2026-02"),
				rival("old", "survey", 7500, [7450, 7550], "2025-02", { superseded: true }),
				rival("echo", "survey", 8000, [7600, 8400], "2025-10-03", { echo: true }),
				rival("over", "other", null, [9000, Number.POSITIVE_INFINITY], "2024"),
			],
			origins: 2,
			figures: 2,
			spread: 1.2,
			sentence: "Two sources, one value and one bound.",
		},
	],
	resolutions: [],
	uses: { new: [{ table: "capacities", row: "pit|2024-01-01", column: "nameplate_t_per_year" }] },
};

export function rival(
	id: string,
	origin: string,
	value: number | null,
	[low, high]: readonly [number, number],
	published: string | null,
	marks: { readonly echo?: boolean; readonly superseded?: boolean } = {},
): Evidence["conflicts"][number]["values"][number] {
	return {
		claim: id,
		origin,
		value,
		interval: { low, high },
		asOf: "2025",
		published,
		confidence: "high",
		echo: marks.echo ?? false,
		superseded: marks.superseded ?? false,
	};
}
