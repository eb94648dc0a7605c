/** Disputes in the order in which settling them matters, and what each moves in the model. */
import type { Conflict, Resolution } from "@lodegrid/engine/evidence";
import type { Catalog } from "../../../engine/catalog.ts";
import type { Evidence } from "../../../engine/protocol.ts";
import type { ModelNumber } from "./rivals.ts";

export interface Dispute {
	readonly conflict: Conflict;
	/** False where it rests on sources that nobody opened. */
	readonly opened: boolean;
	/** Numbers of the model that rest on its claims. */
	readonly uses: readonly string[];
	/** Spread times numbers of the model: what the list is ordered by. */
	readonly weight: number;
}

/** Whether its figures are dates, which the axis has as years with a fraction. */
export function isCalendar({ values }: Conflict, { claims }: Catalog): boolean {
	return values.some(({ claim }) => claims.get(claim)?.form === "date");
}

/**
 * By spread × use in the model; those the model does not use after them, by spread; last those
 * that only sources nobody opened dispute.
 */
export function disputesOf(evidence: Evidence, catalog: Catalog): Dispute[] {
	const { conflicts, unopened, uses } = evidence;
	return [
		...conflicts.map((conflict) => ({ conflict, opened: true })),
		...unopened.map((conflict) => ({ conflict, opened: false })),
	]
		.map(({ conflict, opened }) => ({ conflict: asPrinted(conflict, catalog), opened }))
		.map(({ conflict, opened }) => {
			const cells = new Set(
				conflict.values.flatMap(({ claim }) =>
					(uses[claim] ?? []).map((cell) => `${cell.table}/${cell.row}/${cell.column}`),
				),
			);
			return { conflict, opened, uses: [...cells], weight: (conflict.spread ?? 1) * cells.size };
		})
		.toSorted(
			(a, b) =>
				Number(b.opened) - Number(a.opened) ||
				b.weight - a.weight ||
				(b.conflict.spread ?? 0) - (a.conflict.spread ?? 0) ||
				a.conflict.title.localeCompare(b.conflict.title),
		);
}

/** Only what was printed is a figure: the middle of a range, or of a month, was said by nobody. */
function asPrinted(conflict: Conflict, { claims }: Catalog): Conflict {
	const whole = (id: string) => {
		const claim = claims.get(id);
		return claim?.form === "range" || (claim?.form === "date" && (claim.date?.length ?? 0) < 10);
	};
	return {
		...conflict,
		values: conflict.values.map((rival) =>
			whole(rival.claim) ? { ...rival, value: null } : rival,
		),
	};
}

/** The model's numbers that are resolved from a dispute's claims, on the axis of the dispute. */
export function modelNumbers(
	{ conflict }: Dispute,
	resolutions: readonly Resolution[],
	catalog: Catalog,
): ModelNumber[] {
	const claims = new Set(conflict.values.map(({ claim }) => claim));
	const [subject, attribute] = conflict.quantity.split("|");
	const axis = catalog.units.get(conflict.unit);
	return resolutions.flatMap(({ id, cell, value, distribution, roles }) => {
		if (value === null || !roles.some(({ claim }) => claims.has(claim))) return [];
		const bound = catalog.tables.parameters.find(
			(row) =>
				row.table_name === cell.table &&
				row.row_key === cell.row &&
				row.column_name === cell.column,
		);
		const unit = bound && catalog.units.get(bound.unit_id);
		if (!bound || !unit || !axis || unit.dimension !== axis.dimension) return [];
		if (bound.subject_id !== subject || bound.attribute_id !== attribute) return [];
		const scale = unit.factor / axis.factor / (bound.factor ?? 1);
		return [
			{
				id,
				value: value * scale,
				distribution: distribution && {
					shape: distribution.shape,
					low: distribution.low * scale,
					middle: distribution.middle * scale,
					high: distribution.high * scale,
				},
			},
		];
	});
}
