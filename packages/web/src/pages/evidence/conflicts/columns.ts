import type { Conflict } from "@lodegrid/engine/evidence";
import type { Entry } from "../../../evidence/entries.ts";
import { CONFIDENCE_WORDS } from "../../../evidence/words.ts";
import { day, dayOfYears, isoOfYears } from "../../../lib/date.ts";
import { number } from "../../../lib/format.ts";
import type { Column } from "../../../parts/DataTable.tsx";

type Rival = Conflict["values"][number];

/** The figures of the picture, one row each, in the unit of its axis. */
export function rivalColumns(
	byId: ReadonlyMap<string, Entry>,
	unit: string,
	calendar: boolean,
): readonly Column<Rival>[] {
	const plain = (value: number) => (calendar ? isoOfYears(value) : value);
	const end = (value: number) => (Number.isFinite(value) ? plain(value) : null);
	const withUnit = calendar || !unit ? {} : { unit };
	const show = calendar ? dayOfYears : number;
	return [
		{
			id: "printed",
			title: "As printed",
			value: ({ claim }) => byId.get(claim)?.claim.printed ?? claim,
		},
		{ id: "who", title: "Who says so", value: ({ claim }) => byId.get(claim)?.chain ?? null },
		{
			id: "value",
			title: "Value",
			...withUnit,
			value: ({ value }) => (value === null ? null : plain(value)),
			show: ({ value }) => (value === null ? "none" : show(value)),
		},
		{
			id: "low",
			title: "At least",
			...withUnit,
			value: ({ interval }) => end(interval.low),
			show: ({ interval }) => (Number.isFinite(interval.low) ? show(interval.low) : "open"),
		},
		{
			id: "high",
			title: "At most",
			...withUnit,
			value: ({ interval }) => end(interval.high),
			show: ({ interval }) => (Number.isFinite(interval.high) ? show(interval.high) : "open"),
		},
		{
			id: "published",
			title: "Published",
			nowrap: true,
			value: ({ published }) => published,
			show: ({ published }) => day(published),
		},
		{
			id: "confidence",
			title: "Confidence",
			value: ({ confidence }) => CONFIDENCE_WORDS[confidence] ?? confidence,
		},
		{
			id: "role",
			title: "Counts",
			value: ({ echo, superseded }) =>
				superseded ? "no, revised since" : echo ? "no, repeats another" : "yes",
		},
	];
}
