import { type DataPackage, Nearest, type Tables } from "../dataset/index.ts";
import { attributionInWords } from "./attribution.ts";
import { quantityKey } from "./quantity.ts";
import { staleEchoes } from "./stale-echoes.ts";
import type { ClaimRow } from "./types.ts";
import { openUnits, type Units } from "./units.ts";

export type SourceRow = Tables["sources"][number];
export type SubjectRow = Tables["subjects"][number];
export type AttributeRow = Tables["attributes"][number];
export type BasisRow = Tables["bases"][number];

/** What a look-up asks for; a part left out is not asked about, null asks for claims without it. */
export interface ClaimQuery {
	readonly subject?: string;
	readonly attribute?: string;
	readonly basis?: string | null;
	readonly scope?: string | null;
}

/** The claims of a package with every index that reading them needs; rows in order of their ids. */
export interface Ledger {
	readonly pkg: DataPackage;
	readonly units: Units;
	/** All claims, excluded and superseded ones too. */
	readonly claims: readonly ClaimRow[];
	/** Claims by `subject|attribute|basis|scope|period`. */
	readonly quantities: ReadonlyMap<string, readonly ClaimRow[]>;
	/** @throws RangeError with the nearest id when there is no such claim */
	claim(id: string): ClaimRow;
	find(query: ClaimQuery): readonly ClaimRow[];
	/** Claims that have the source anywhere in their chain. */
	ofSource(source: string): readonly ClaimRow[];
	/**
	 * The claim that replaces this one, or that replaces the figure it repeats from the same origin;
	 * counting ones only; null when it is current.
	 */
	revisedBy(id: string): ClaimRow | null;
	/** All editions of the figure, the oldest first. */
	editions(id: string): readonly ClaimRow[];
	/** Not replaced by a later edition. */
	isCurrent(claim: ClaimRow): boolean;
	/** Printed somewhere, not excluded, not replaced: what may count as said. */
	counts(claim: ClaimRow): boolean;
	/** Source the figure was read in: the first of the chain. */
	outlet(claim: ClaimRow): string;
	/** Source it comes from: the last of the chain. */
	origin(claim: ClaimRow): string;
	/** Who says so: `Al Jazeera, quoting US officials`. */
	attribution(claim: ClaimRow): string;
	/** Its own date of publication, else that of the first source; null when neither is known. */
	published(claim: ClaimRow): string | null;
	source(id: string): SourceRow | null;
	subject(id: string): SubjectRow | null;
	attribute(id: string): AttributeRow | null;
	basis(id: string): BasisRow | null;
}

const OPEN = new WeakMap<DataPackage, Ledger>();

/** Opens the ledger of a package; the same package gives the same ledger. */
export function openLedger(pkg: DataPackage): Ledger {
	const known = OPEN.get(pkg);
	if (known !== undefined) return known;
	const ledger = opened(pkg);
	OPEN.set(pkg, ledger);
	return ledger;
}

function opened(pkg: DataPackage): Ledger {
	const { tables } = pkg;
	const claims = tables.claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const byId = new Map(claims.map((row) => [row.id, row]));
	const bySubject = Map.groupBy(claims, (row) => row.subject_id);
	const sources = new Map(tables.sources.map((row) => [row.id, row]));
	const subjects = new Map(tables.subjects.map((row) => [row.id, row]));
	const attributes = new Map(tables.attributes.map((row) => [row.id, row]));
	const bases = new Map(tables.bases.map((row) => [row.id, row]));
	const source = (id: string): SourceRow | null => sources.get(id) ?? null;
	const outlet = (row: ClaimRow): string => row.source_ids[0] ?? "";
	const published = (row: ClaimRow): string | null =>
		row.published ?? source(outlet(row))?.published ?? null;
	const units = openUnits(tables.units);
	const revised = revisionsOf(claims, published);
	const revisions = new Map([...revised, ...staleEchoes(claims, revised, units)]);
	let quantities: Map<string, ClaimRow[]> | null = null;
	let citing: Map<string, ClaimRow[]> | null = null;
	const claim = (id: string): ClaimRow => {
		const found = byId.get(id);
		if (found !== undefined) return found;
		const near = new Nearest().find(id, byId.keys());
		throw new RangeError(`no claim \`${id}\`${near === null ? "" : `; nearest is \`${near}\``}`);
	};
	const isCurrent = (row: ClaimRow): boolean => !revisions.has(row.id);
	return {
		pkg,
		units,
		claims,
		get quantities() {
			quantities ??= Map.groupBy(claims, quantityKey);
			return quantities;
		},
		claim,
		find(query) {
			const rows = query.subject === undefined ? claims : (bySubject.get(query.subject) ?? []);
			return rows.filter((row) => answers(row, query));
		},
		ofSource(id) {
			citing ??= claimsBySource(claims);
			return citing.get(id) ?? [];
		},
		revisedBy: (id) => revisions.get(id) ?? null,
		editions(id) {
			const first = firstEdition(claim(id), byId);
			const chain = [first];
			for (let next = revised.get(first.id); next; next = revised.get(next.id)) chain.push(next);
			return chain;
		},
		isCurrent,
		counts: (row) => row.standing === "counts" && row.derivation === "printed" && isCurrent(row),
		outlet,
		origin: (row) => row.source_ids.at(-1) ?? "",
		attribution: (row) => attributionInWords(row.source_ids.map((id) => source(id) ?? { id })),
		published,
		source,
		subject: (id) => subjects.get(id) ?? null,
		attribute: (id) => attributes.get(id) ?? null,
		basis: (id) => bases.get(id) ?? null,
	};
}

/**
 * The claim that replaces each revised one. An excluded claim replaces nothing; of several that
 * revise one claim the last published does.
 */
function revisionsOf(
	claims: readonly ClaimRow[],
	published: (row: ClaimRow) => string | null,
): Map<string, ClaimRow> {
	const revisions = new Map<string, ClaimRow>();
	for (const row of claims) {
		if (row.revises_id === null || row.standing === "excluded") continue;
		if (row.derivation === "implied") continue;
		const other = revisions.get(row.revises_id);
		if (other === undefined || (published(other) ?? "") <= (published(row) ?? ""))
			revisions.set(row.revises_id, row);
	}
	return revisions;
}

function firstEdition(row: ClaimRow, byId: ReadonlyMap<string, ClaimRow>): ClaimRow {
	let first = row;
	for (let steps = byId.size; first.revises_id !== null && steps > 0; steps--) {
		const earlier = byId.get(first.revises_id);
		if (earlier === undefined) break;
		first = earlier;
	}
	return first;
}

function claimsBySource(claims: readonly ClaimRow[]): Map<string, ClaimRow[]> {
	const citing = new Map<string, ClaimRow[]>();
	for (const row of claims)
		for (const id of row.source_ids) {
			const list = citing.get(id);
			if (list === undefined) citing.set(id, [row]);
			else list.push(row);
		}
	return citing;
}

function answers(row: ClaimRow, { attribute, basis, scope }: ClaimQuery): boolean {
	return (
		(attribute === undefined || row.attribute_id === attribute) &&
		(basis === undefined || row.basis_id === basis) &&
		(scope === undefined || row.scope_id === scope)
	);
}
