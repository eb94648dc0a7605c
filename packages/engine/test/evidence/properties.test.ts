import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { varianceOf } from "../../src/evidence/index.ts";
import type { ClaimRow, ParameterRow } from "../../src/evidence/types.ts";
import { claim, resolved, SOURCES } from "./package.ts";

const RULES = ["newest_official", "median_independent", "range"] as const;
const outlets = SOURCES.map(({ id }) => id);

/** One claim of any form, by any chain, of any year; ids are set by position. */
const anyClaim = fc
	.record({
		form: fc.constantFrom("exact", "about", "range", "at_least", "at_most", "token", "words"),
		middle: fc.integer({ min: 100, max: 20_000 }),
		reach: fc.integer({ min: 0, max: 90 }),
		chain: fc.uniqueArray(fc.constantFrom(...outlets), { minLength: 1, maxLength: 3 }),
		as_of: fc.constantFrom("2025", "2025-06", "2024", null),
		confidence: fc.constantFrom("high", "medium", "low", "recalled", "lead"),
		standing: fc.constantFrom("counts", "counts", "counts", "excluded"),
		derivation: fc.constantFrom("printed", "printed", "printed", "implied"),
	})
	.map(({ form, middle, reach, chain, ...rest }): Omit<ClaimRow, "id"> => {
		const figure =
			form === "range"
				? { value: null, low: middle - reach, high: middle + reach }
				: form === "exact" && reach > 60
					? { value: middle, low: middle - 40 * reach, high: middle + reach }
					: { value: form === "token" || form === "words" ? null : middle };
		const token = form === "token" ? "W" : null;
		return claim("", {
			...rest,
			...figure,
			form: form as ClaimRow["form"],
			token,
			printed: String(middle),
			source_ids: chain,
		} as Partial<ClaimRow>);
	});

/** Claims of one quantity, some of which revise an earlier one. */
const anyClaims = fc
	.array(fc.tuple(anyClaim, fc.option(fc.nat(), { freq: 4 })), { minLength: 1, maxLength: 8 })
	.map((rows) =>
		rows.map(([row, earlier], i): ClaimRow => {
			const revises_id = earlier === null || i === 0 ? null : `c${earlier % i}`;
			return { ...row, id: `c${i}`, revises_id };
		}),
	);

const anyParameter = fc.record({
	rule: fc.constantFrom(...RULES),
	shape: fc.constantFrom("uniform", "triangular"),
	as_of: fc.constantFrom("2025", null),
}) as fc.Arbitrary<Partial<ParameterRow>>;

describe("a resolution", () => {
	test("does not depend on the order of the rows", () => {
		const shuffled = anyClaims.chain((claims) =>
			fc.tuple(
				fc.constant(claims),
				fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length }),
			),
		);
		fc.assert(
			fc.property(shuffled, anyParameter, ([claims, other], parameter) => {
				expect(resolved(other, parameter)).toEqual(resolved(claims, parameter));
			}),
		);
	});

	test("gives every claim of the quantity one role, and no other", () => {
		fc.assert(
			fc.property(anyClaims, anyParameter, (claims, parameter) => {
				const asked = claims.filter(
					({ as_of }) => parameter.as_of === null || as_of?.startsWith("2025"),
				);
				const { roles } = resolved(claims, parameter);
				expect(roles.map((role) => role.claim).sort()).toEqual(asked.map(({ id }) => id).sort());
			}),
		);
	});

	test("has its value inside its distribution, and no bound for a value", () => {
		fc.assert(
			fc.property(anyClaims, anyParameter, (claims, parameter) => {
				const { value, distribution } = resolved(claims, parameter);
				const numbers = claims.filter(({ form }) => ["exact", "about", "range"].includes(form));
				if (numbers.length === 0) expect(value).toBeNull();
				if (value === null || distribution === null) return;
				expect(distribution.low).toBeLessThanOrEqual(value);
				expect(distribution.high).toBeGreaterThanOrEqual(value);
			}),
		);
	});

	test("is not changed by an echo: the same figure and origin through another outlet", () => {
		fc.assert(
			fc.property(
				anyClaims,
				anyParameter,
				fc.nat(),
				fc.constantFrom("zz_echo", "aa_echo"),
				(claims, parameter, at, id) => {
					const said = claims[at % claims.length] as ClaimRow;
					const origin = said.source_ids.at(-1) as string;
					if (claims.some(({ revises_id }) => revises_id === said.id)) return;
					const later = { published: "2027", source_ids: ["late_paper", origin] };
					const echo = { ...said, ...later, id, revises_id: null };
					const before = resolved(claims, parameter);
					const after = resolved([...claims, echo], parameter);
					expect([after.value, after.distribution]).toEqual([before.value, before.distribution]);
				},
			),
		);
	});

	test("is never narrowed by a wider range, on one side or on both, beside bounds or not", () => {
		const reach = fc.oneof(fc.constant(0), fc.nat(5000));
		const wideable = anyClaims.filter((claims) => claims.some(({ low }) => low !== null));
		fc.assert(
			fc.property(
				wideable,
				anyParameter,
				fc.nat(),
				reach,
				reach,
				(claims, parameter, at, down, up) => {
					const ranges = claims.filter(({ low }) => low !== null);
					const said = ranges[at % ranges.length] as ClaimRow;
					const wider = {
						...said,
						low: (said.low as number) - down,
						high: (said.high as number) + up,
					};
					const before = resolved(claims, parameter).distribution;
					const after = resolved(claims.with(claims.indexOf(said), wider), parameter).distribution;
					if (before === null || after === null) return;
					expect(after.low).toBeLessThanOrEqual(before.low);
					expect(after.high).toBeGreaterThanOrEqual(before.high);
					expect(varianceOf(after)).toBeGreaterThanOrEqual(varianceOf(before) * (1 - 1e-9));
				},
			),
			{ numRuns: 1000 },
		);
	});

	test("is the same whether a claim counts tonnes or kilograms", () => {
		fc.assert(
			fc.property(anyClaims, anyParameter, fc.nat(), (claims, parameter, at) => {
				const index = at % claims.length;
				const said = claims[index] as ClaimRow;
				const kilograms = (t: number | null) => (t === null ? null : t * 1000);
				const other = {
					...said,
					unit_id: "kg_per_year",
					value: kilograms(said.value),
					low: kilograms(said.low),
					high: kilograms(said.high),
				};
				const before = resolved(claims, parameter);
				const after = resolved(claims.with(index, other), parameter);
				expect([after.value, after.distribution, after.groups]).toEqual([
					before.value,
					before.distribution,
					before.groups,
				]);
			}),
		);
	});
});
