import type { Calibration } from "@lodegrid/engine/chain";
import { number } from "../../lib/format.ts";
import type { KeyNumber } from "../../parts/PageHead.tsx";

const TOLERANCE_PP = 3;

/** What the comparison finds, in one sentence with its number. */
export function calibrationFinding({ summary }: Calibration): string {
	const { medianShareError, rows, unexplained } = summary;
	const misses =
		unexplained === 0
			? "every miss above 10 has a written reason"
			: `${unexplained} of ${rows} figures miss by more than 10 without a written reason`;
	return medianShareError === null
		? `No published share to compare with; ${misses}`
		: `The model’s shares are ${number(medianShareError, 2)} percentage points off at the median; ${misses}`;
}

export function calibrationNumbers({ summary, rows, years }: Calibration): KeyNumber[] {
	const { shares, medianShareError, medianTonneError, byRelation } = summary;
	const ranged = rows.filter(({ withinRange }) => withinRange !== null);
	const inside = ranged.filter(({ withinRange }) => withinRange).length;
	const points = (value: number | null) =>
		value === null ? "unknown" : `${number(value, 2)}\u00a0pp`;
	return [
		{
			label: "Median error of shares",
			value: points(medianShareError),
			compared: `${shares} shares; tolerance ${TOLERANCE_PP} pp`,
			...((medianShareError ?? 0) > TOLERANCE_PP ? { tone: "bad" as const } : {}),
		},
		{
			label: "Of these, emergent",
			value: points(byRelation.emergent.medianShareError),
			compared: "nothing in the package states them",
		},
		{
			label: "Median error of tonnages",
			value: medianTonneError === null ? "unknown" : `${number(medianTonneError, 2)}\u202f%`,
			compared: `${rows.length - shares} tonnages`,
		},
		{
			label: "Inside the published range",
			value: `${inside} of ${ranged.length}`,
			compared: `${rows.length - ranged.length} figures have no range`,
		},
		{
			label: "Figures held against",
			value: String(rows.length),
			compared: `${byRelation.emergent.rows} emergent, ${byRelation.input.rows} resting on the same input; ${years.join(", ")}`,
		},
	];
}
