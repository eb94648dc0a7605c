import type { Figure } from "./figures.ts";

/** One reason to doubt a figure: who testifies against it, and how that reads. */
export interface Doubt {
	readonly figure: Figure;
	readonly witnesses: readonly Figure[];
	/** Against bounds alone, or the figure is one itself. */
	readonly bound: boolean;
	/** The words after the figure, `against “69 %” (USGS)`, or a sentence of its own. */
	readonly reason: string;
	readonly reads: "on" | "alone";
	readonly factor: number | null;
}
