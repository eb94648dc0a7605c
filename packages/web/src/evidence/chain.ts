/** Who says so: the attribution chain of a claim, from where it was read to where it comes from. */
import type { Catalog, RowOf } from "../engine/catalog.ts";
import { day } from "../lib/date.ts";

export interface Voice {
	readonly id: string;
	readonly name: string;
	readonly publisher: string;
	readonly published: string | null;
	readonly role: "says so itself" | "read here" | "quoted" | "origin";
}

/** The voices of a chain in order; one voice alone speaks for itself. */
export function voicesOf(catalog: Catalog, sourceIds: readonly string[]): Voice[] {
	return sourceIds.map((id, i) => {
		const source = catalog.sources.get(id);
		const assumption = catalog.assumptions.get(id);
		const last = i === sourceIds.length - 1;
		return {
			id,
			name: source?.title ?? assumption?.statement ?? id,
			publisher: source?.publisher ?? (assumption ? "Assumption of this package" : id),
			published: source?.published ?? null,
			role:
				sourceIds.length === 1
					? "says so itself"
					: i === 0
						? "read here"
						: last
							? "origin"
							: "quoted",
		};
	});
}

/** When this figure was published: its own date, else that of the outlet. */
export function publishedOf(catalog: Catalog, claim: RowOf<"claims">): string | null {
	return claim.published ?? catalog.sources.get(claim.source_ids[0] ?? "")?.published ?? null;
}

/** The chain in one line: `The Daily Pit, October 2025, quoting Pit Institute`; a publisher once. */
export function chainLine(catalog: Catalog, claim: RowOf<"claims">): string {
	const publishers = voicesOf(catalog, claim.source_ids).map(({ publisher }) => publisher);
	const [first, ...others] = publishers.filter((name, i) => name !== publishers[i - 1]);
	if (!first) return "nobody is named";
	const date = publishedOf(catalog, claim);
	return [`${first}${date ? `, ${day(date)}` : ""}`, ...others].join(", quoting ");
}
