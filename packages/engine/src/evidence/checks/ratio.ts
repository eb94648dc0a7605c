import type { Ledger } from "../ledger.ts";
import type { ClaimRow, Interval } from "../types.ts";
import { figure } from "../words.ts";
import { LARGEST_SLIP, NAMED_FACTOR_WITHIN } from "./settings.ts";

/** How far two intervals lie apart as a ratio of their nearest ends; 1 where they meet. */
export function gapRatio(a: Interval, b: Interval): number {
	if (a.low <= b.high && b.low <= a.high) return 1;
	const [lower, upper] = a.high < b.low ? [a.high, b.low] : [b.high, a.low];
	if (lower > 0) return upper / lower;
	return upper < 0 ? lower / upper : Infinity;
}

/** The larger over the smaller figure; null where one is zero or they differ in sign. */
export function faceRatio(a: number, b: number): number | null {
	if (a === 0 || b === 0 || a > 0 !== b > 0) return null;
	const ratio = Math.max(Math.abs(a / b), Math.abs(b / a));
	return Number.isFinite(ratio) ? Number(ratio.toPrecision(6)) : null;
}

export interface NamedFactor {
	/** expected / found: the named one where it is one. */
	readonly factor: number | null;
	/** `a fraction printed as percent`; null where the factor is no name. */
	readonly name: string | null;
}

/**
 * Names the factor by which a figure is off: the ratio of its unit to another unit of the same
 * dimension (the right number with the wrong unit), else a power of ten (a slipped digit). A factor
 * is named when it lies between the ratios that the two intervals allow.
 *
 * @param found in base units, as `expected`
 */
export function nameFactor(
	claim: ClaimRow,
	found: { readonly face: number; readonly interval: Interval },
	expected: { readonly face: number; readonly interval: Interval },
	ledger: Ledger,
): NamedFactor {
	if (found.face === 0 || expected.face === 0) return { factor: null, name: null };
	const face = expected.face / found.face;
	if (!Number.isFinite(face)) return { factor: null, name: null };
	const plain = { factor: Number(face.toPrecision(6)), name: null };
	if (face <= 0 || found.interval.low <= 0 || expected.interval.low <= 0) return plain;
	const low = Math.min(face, expected.interval.low / found.interval.high) / NAMED_FACTOR_WITHIN;
	const high = Math.max(face, expected.interval.high / found.interval.low) * NAMED_FACTOR_WITHIN;
	const fits = (ratio: number): boolean =>
		low <= ratio && ratio <= high && Math.abs(ratio - 1) > 0.05;
	const other = unitOfRatio(claim, fits, ledger);
	if (other !== null) return other;
	const power = 10 ** Math.round(Math.log10(face));
	const slip = power <= LARGEST_SLIP && power >= 1 / LARGEST_SLIP;
	return slip && fits(power)
		? { factor: power, name: `off by a factor of ${figure(power > 1 ? power : 1 / power)}` }
		: plain;
}

/** A unit of the same dimension that would make the figure right; pure numbers as fraction or percentage. */
function unitOfRatio(
	claim: ClaimRow,
	fits: (ratio: number) => boolean,
	ledger: Ledger,
): NamedFactor | null {
	if (claim.unit_id === null) return null;
	const own = ledger.units.row(claim.unit_id);
	if (own.dimension === "1") {
		if (own.factor === 0.01 && fits(100))
			return { factor: 100, name: "a fraction printed as a percentage" };
		if (own.factor === 1 && fits(0.01))
			return { factor: 0.01, name: "a percentage printed as a fraction" };
		return null;
	}
	const others = ledger.pkg.tables.units.filter(
		(unit) => unit.dimension === own.dimension && fits(unit.factor / own.factor),
	);
	const [unit] = others;
	if (unit === undefined || others.length > 1) return null;
	return {
		factor: Number((unit.factor / own.factor).toPrecision(6)),
		name: `${unit.name} printed as ${own.name}`,
	};
}
