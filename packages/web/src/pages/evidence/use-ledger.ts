import { useMemo } from "react";
import { useCatalog } from "../../engine/catalog.ts";
import { useEvidence } from "../../engine/queries.ts";
import { type Entry, entriesOf } from "../../evidence/entries.ts";

/** All claims as the page shows them, and what the checks found, once they are in. */
export function useLedger() {
	const catalog = useCatalog();
	const evidence = useEvidence();
	const entries = useMemo(() => entriesOf(catalog, evidence.data), [catalog, evidence.data]);
	const byId = useMemo(
		() => new Map<string, Entry>(entries.map((entry) => [entry.claim.id, entry])),
		[entries],
	);
	return { catalog, evidence, entries, byId };
}
