/** Sources that can be audited: those that stand anywhere in the chain of a claim. */
import type { Catalog } from "../../../engine/catalog.ts";
import type { Entry } from "../../../evidence/entries.ts";
import { day } from "../../../lib/date.ts";

export interface Audited {
	readonly id: string;
	readonly label: string;
	/** Figures it printed or is quoted for. */
	readonly figures: number;
	/** Those that fail their own arithmetic. */
	readonly wrong: number;
	/** Those that something speaks against. */
	readonly doubted: number;
}

/** Those with most figures that fail first, then those with most in doubt, then by figures. */
export function auditedSources(entries: readonly Entry[], catalog: Catalog): Audited[] {
	const own = new Map<string, Entry[]>();
	for (const entry of entries)
		for (const id of new Set(entry.claim.source_ids)) {
			const known = own.get(id);
			if (known) known.push(entry);
			else own.set(id, [entry]);
		}
	return [...own]
		.flatMap(([id, figures]) => {
			const source = catalog.sources.get(id);
			if (!source) return [];
			const wrong = figures.filter(({ verdict }) => verdict?.verdict === "arithmetic error");
			const doubted = figures.filter(({ findings }) => findings.length > 0);
			return [
				{
					id,
					label: labelOf(source),
					figures: figures.length,
					wrong: wrong.length,
					doubted: doubted.length,
				},
			];
		})
		.toSorted(
			(a, b) =>
				b.wrong - a.wrong ||
				b.doubted - a.doubted ||
				b.figures - a.figures ||
				(a.id < b.id ? -1 : 1),
		);
}

/** `Publisher: title, date (175 figures, 1 fails, 14 in doubt)`. */
export function optionOf({ label, figures, wrong, doubted }: Audited): string {
	const parts = [
		figures === 1 ? "1 figure" : `${figures} figures`,
		wrong > 0 && (wrong === 1 ? "1 fails" : `${wrong} fail`),
		doubted > 0 && `${doubted} in doubt`,
	];
	return `${label} (${parts.filter(Boolean).join(", ")})`;
}

function labelOf({
	title,
	publisher,
	published,
}: {
	readonly title: string;
	readonly publisher: string;
	readonly published: string | null;
}): string {
	return `${publisher}: ${title}${published ? `, ${day(published)}` : ""}`;
}
