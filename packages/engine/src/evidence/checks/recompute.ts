/**
 * A formula over figures that are each an interval with a dimension. The result holds every number
 * that the figures can give within their printed precision, so that two figures are called
 * different only where no rounding explains it. Beside it runs the arithmetic at face value.
 */

import {
	type Dimension,
	dimensionText,
	overDimension,
	sameDimension,
	timesDimension,
} from "../../dataset/index.ts";
import { add, contains, divide, maximum, minimum, multiply, point, subtract } from "../interval.ts";
import type { Interval } from "../types.ts";
import type { Formula } from "./formula.ts";

/** A number with what is known of it, in the base unit of its dimension. */
export interface Amount {
	readonly face: number;
	readonly interval: Interval;
	readonly dimension: Dimension;
}

export type Recomputed =
	| { readonly ok: true; readonly amount: Amount }
	| { readonly ok: false; readonly reason: string };

/** Beyond anything that is counted, and far from where binary numbers overflow. */
const LARGEST = 1e30;
const NONE: Dimension = new Map();

/**
 * @param amountOf the figure of a name, or why it has none
 * @returns the result, or why there is none: a figure without a number, dimensions that do not
 * fit, a division by what may be zero
 */
export function recompute(
	formula: Formula,
	amountOf: (name: { readonly id: string; readonly whole: boolean }) => Amount | string,
): Recomputed {
	try {
		const amount = amountOfNode(formula, amountOf);
		if (!(Math.abs(amount.face) <= LARGEST))
			return { ok: false, reason: "gives no number of a size that figures have" };
		return { ok: true, amount };
	} catch (fault) {
		if (fault instanceof NoNumber) return { ok: false, reason: fault.message };
		throw fault;
	}
}

class NoNumber extends Error {}

type AmountOf = Parameters<typeof recompute>[1];

function amountOfNode(node: Formula, amountOf: AmountOf): Amount {
	if (node.kind === "number")
		return { face: node.value, interval: point(node.value), dimension: NONE };
	if (node.kind === "name") {
		const amount = amountOf(node);
		if (typeof amount === "string") throw new NoNumber(amount);
		return amount;
	}
	if (node.kind === "negative") {
		const { face, interval, dimension } = amountOfNode(node.of, amountOf);
		return { face: -face, interval: subtract(point(0), interval), dimension };
	}
	if (node.kind === "call") {
		const parts = node.parts.map((part) => amountOfNode(part, amountOf));
		return parts.reduce((a, b) => alike(CALLED[node.name], a, b, node.name));
	}
	const left = amountOfNode(node.left, amountOf);
	if (node.operator === "^") return power(left, node.right, amountOf);
	const right = amountOfNode(node.right, amountOf);
	if (node.operator === "*")
		return {
			face: left.face * right.face,
			interval: multiply(left.interval, right.interval),
			dimension: timesDimension(left.dimension, right.dimension),
		};
	if (node.operator === "/") return quotient(left, right);
	return alike(node.operator === "+" ? CALLED.sum : MINUS, left, right, node.operator);
}

interface Pairing {
	readonly face: (a: number, b: number) => number;
	readonly interval: (a: Interval, b: Interval) => Interval;
}

const MINUS: Pairing = { face: (a, b) => a - b, interval: subtract };
const CALLED: Readonly<Record<"min" | "max" | "sum", Pairing>> = {
	sum: { face: (a, b) => a + b, interval: add },
	min: { face: Math.min, interval: minimum },
	max: { face: Math.max, interval: maximum },
};

function alike(pairing: Pairing, a: Amount, b: Amount, what: string): Amount {
	if (!sameDimension(a.dimension, b.dimension))
		throw new NoNumber(
			`\`${what}\` of ${dimensionText(a.dimension)} and ${dimensionText(b.dimension)}`,
		);
	return {
		face: pairing.face(a.face, b.face),
		interval: pairing.interval(a.interval, b.interval),
		dimension: a.dimension,
	};
}

function quotient(a: Amount, b: Amount): Amount {
	if (b.face === 0 || contains(b.interval, 0)) throw new NoNumber("divides by what may be zero");
	return {
		face: a.face / b.face,
		interval: divide(a.interval, b.interval),
		dimension: overDimension(a.dimension, b.dimension),
	};
}

/** The exponent is a number without a dimension; a base that may be negative takes whole ones. */
function power(base: Amount, exponent: Formula, amountOf: AmountOf): Amount {
	const by = amountOfNode(exponent, amountOf);
	const n = by.face;
	if (by.interval.low !== by.interval.high || by.dimension.size > 0)
		throw new NoNumber("an exponent must be a plain number");
	if (!Number.isInteger(n) && (base.dimension.size > 0 || base.interval.low < 0))
		throw new NoNumber("a broken exponent needs a positive base without a dimension");
	if (Math.abs(n) > 100) throw new NoNumber("an exponent is at most 100");
	if (n < 0 && contains(base.interval, 0)) throw new NoNumber("divides by what may be zero");
	const ends = [base.interval.low ** n, base.interval.high ** n];
	if (n !== 0 && n % 2 === 0 && contains(base.interval, 0)) ends.push(0);
	let dimension = NONE;
	for (let i = 0; i < Math.abs(n) && base.dimension.size > 0; i++)
		dimension =
			n > 0 ? timesDimension(dimension, base.dimension) : overDimension(dimension, base.dimension);
	return {
		face: base.face ** n,
		interval: { low: Math.min(...ends), high: Math.max(...ends) },
		dimension,
	};
}
