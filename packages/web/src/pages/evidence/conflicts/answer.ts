import type { Conflict } from "@lodegrid/engine/evidence";
import { count, number, quantity } from "../../../lib/format.ts";
import type { KeyNumber } from "../../../parts/PageHead.tsx";
import type { Dispute } from "./rank.ts";
import type { ModelNumber } from "./rivals.ts";

/** `The Pit, nameplate capacity: seven sources, four values; three repeat one study`. */
export function disputeAnswer({ title, sentence }: Conflict): string {
	const words = sentence.replace(/\.$/, "");
	return `${title}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

export function disputeNumbers(
	{ conflict, uses }: Dispute,
	model: readonly ModelNumber[],
	unit: string,
	calendar: boolean,
): KeyNumber[] {
	const { values, origins, figures } = conflict;
	const echoes = values.filter(({ echo }) => echo).length;
	const revised = values.filter(({ superseded }) => superseded).length;
	const [first] = model;
	return [
		{
			label: "Origins",
			value: number(origins),
			compared: `${values.length} claims; ${echoes} repeat another, ${revised} revised since`,
		},
		{ label: "Different figures", value: number(figures), compared: "beyond rounding" },
		calendar ? daysApart(conflict) : timesApart(conflict),
		{
			label: "The model uses",
			value: first ? quantity(first.value, unit) : "none of it",
			compared:
				uses.length === 0
					? "no number of the model rests on it"
					: uses.length === 1
						? "in 1 number"
						: `in ${number(uses.length)} numbers`,
			...(first ? { opens: `number:${first.id}` } : {}),
		},
	];
}

function timesApart({ spread }: Conflict): KeyNumber {
	return {
		label: "Largest over smallest",
		value: spread === null ? "unknown" : `×\u202f${number(spread)}`,
		compared: spread === null ? "a figure is 0, or there is one only" : "at face value",
		...(spread !== null && spread >= 2 ? { tone: "bad" as const } : {}),
	};
}

function daysApart({ values }: Conflict): KeyNumber {
	const dates = values.flatMap(({ interval: { low, high }, superseded }) =>
		superseded ? [] : (low + high) / 2,
	);
	const days = Math.round((Math.max(...dates) - Math.min(...dates)) * DAYS_PER_YEAR);
	return { label: "First to last", value: count(days, "day"), compared: "between the dates given" };
}

const DAYS_PER_YEAR = 365.2425;
