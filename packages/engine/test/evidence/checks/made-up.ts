/** Made-up ledgers for the tests of the checks: two countries of a world, a missile, two ships. */

import { type Ledger, openLedger } from "../../../src/evidence/ledger.ts";
import type { ClaimRow } from "../../../src/evidence/types.ts";
import { claim, SOURCES, small, withTables } from "../package.ts";

type Subject = Ledger["pkg"]["tables"]["subjects"][number];
type Attribute = Ledger["pkg"]["tables"]["attributes"][number];
type Identity = Ledger["pkg"]["tables"]["identities"][number];

const SUBJECTS: readonly Subject[] = [
	subject("world", "region"),
	subject("aus", "region", "world"),
	subject("bra", "region", "world"),
	subject("dart", "munition"),
	subject("spear", "munition"),
	subject("war", "event"),
	subject("frigate", "platform"),
	subject("boat", "platform"),
];

const ATTRIBUTES: readonly Attribute[] = [
	attribute("output", "t_per_year", "flow", true),
	attribute("share_of_world", "percent", "share"),
	attribute("expended", "one", "flow", true),
	attribute("produced", "one", "flow", true),
	attribute("stock", "one", "level", true),
	attribute("ever", "one", "level", true),
	attribute("used_share", "percent", "share"),
	attribute("decrease", "percent", "share"),
	attribute("content", "kg_per_unit", "level"),
	attribute("range", "km", "other"),
	attribute("begun", null, "date"),
];

const IDENTITIES: readonly Identity[] = [
	identity("share_of_world", "output / whole(output)"),
	identity("used_share", "expended / stock"),
	identity("used_share", "expended / ever", "of all ever delivered"),
	identity("decrease", "(expended - produced) / stock", "net"),
	identity("decrease", "expended / stock", "gross"),
];

export { claim };

/** A ledger of these claims alone. */
export function ledgerOf(...claims: readonly ClaimRow[]): Ledger {
	return openLedger(
		withTables(small, {
			claims,
			parameters: [],
			sources: [...small.tables.sources, ...SOURCES],
			subjects: SUBJECTS,
			attributes: ATTRIBUTES,
			identities: IDENTITIES,
		}),
	);
}

/** A claim without a basis: who, what, how much in which unit, by which chain of sources. */
export function said(
	id: string,
	[subject_id, attribute_id, unit_id]: readonly [string, string, string],
	value: number,
	change: Partial<ClaimRow> = {},
): ClaimRow {
	return claim(id, { subject_id, attribute_id, unit_id, value, basis_id: null, ...change });
}

function subject(id: string, kind: Subject["kind"], part_of: string | null = null): Subject {
	return {
		id,
		name: id,
		kind,
		facility_id: null,
		region_id: null,
		material_id: null,
		part_of,
		aliases: null,
	};
}

function attribute(
	id: string,
	unit_id: string | null,
	kind: Attribute["kind"],
	additive = false,
): Attribute {
	return { id, name: id, unit_id, kind, additive, needs_basis: false, description: id };
}

function identity(attribute_id: string, formula: string, reading: string | null = null): Identity {
	const meant = reading === null || reading === "net";
	return {
		id: `${attribute_id}_${reading}`,
		title: formula,
		attribute_id,
		formula,
		reading,
		meant,
	};
}
