import {
	type Dimension,
	dimensionText,
	Nearest,
	parseDimension,
	sameDimension,
	type Tables,
} from "../dataset/index.ts";
import type { Interval } from "./types.ts";

export type UnitRow = Tables["units"][number];

/** The units of a package, and what can be turned into what. */
export interface Units {
	has(id: string): boolean;
	/** @throws RangeError naming the nearest unit when there is none of this id */
	row(id: string): UnitRow;
	dimension(id: string): Dimension;
	/** True when both are of one dimension. */
	comparable(a: string, b: string): boolean;
	/** @throws RangeError naming both units when their dimensions differ */
	convert(value: number, from: string, to: string): number;
	convertInterval(interval: Interval, from: string, to: string): Interval;
	/** As shown after a number: `t/yr`; empty for a pure number. */
	symbol(id: string): string;
}

/**
 * Opens the rows of `units`. Conversion goes over the base unit of the dimension, and is rounded
 * to 12 significant digits, so that 50 % is 0.5 and 8,000 kg are 8 t to the last digit.
 */
export function openUnits(rows: readonly UnitRow[]): Units {
	const byId = new Map(rows.map((row) => [row.id, row]));
	const dimensions = new Map<string, Dimension>();
	const row = (id: string): UnitRow => {
		const found = byId.get(id);
		if (found === undefined) {
			const near = new Nearest().find(id, byId.keys());
			throw new RangeError(`no unit \`${id}\`${near === null ? "" : `; nearest is \`${near}\``}`);
		}
		return found;
	};
	const dimension = (id: string): Dimension => {
		const known = dimensions.get(id);
		if (known !== undefined) return known;
		const read = parseDimension(row(id).dimension);
		if (read === null)
			throw new RangeError(`unit \`${id}\`: \`${row(id).dimension}\` is no dimension`);
		dimensions.set(id, read);
		return read;
	};
	const comparable = (a: string, b: string): boolean =>
		a === b || sameDimension(dimension(a), dimension(b));
	const convert = (value: number, from: string, to: string): number => {
		if (from === to) return value;
		if (!comparable(from, to))
			throw new RangeError(
				`\`${from}\` (${dimensionText(dimension(from))}) does not convert into ` +
					`\`${to}\` (${dimensionText(dimension(to))})`,
			);
		const factor = row(from).factor / row(to).factor;
		return factor === 1 ? value : tidy(value * factor);
	};
	return {
		has: (id) => byId.has(id),
		row,
		dimension,
		comparable,
		convert,
		convertInterval: ({ low, high }, from, to) => ({
			low: convert(low, from, to),
			high: convert(high, from, to),
		}),
		symbol: (id) => row(id).symbol ?? "",
	};
}

/** Without the dust of binary fractions: 12 significant digits. */
export function tidy(value: number): number {
	return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}
