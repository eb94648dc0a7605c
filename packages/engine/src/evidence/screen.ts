import type { Ledger } from "./ledger.ts";
import { aboutWhole, periodInWords } from "./period.ts";
import { claimInterval, faceValue, isBound } from "./printed.ts";
import type { ResolutionRule } from "./rules/index.ts";
import { OFFICIAL, UNOPENED } from "./settings.ts";
import type { ClaimRole, ClaimRow, ParameterRow } from "./types.ts";
import { rangeInWords } from "./words.ts";

/** The claims of one quantity, sorted by what they may do. */
export interface Screened {
	/** They give a number and the rule may use it. */
	readonly speaking: readonly ClaimRow[];
	/** They limit the number and give none. */
	readonly bounds: readonly ClaimRow[];
	/** They say that there is no number, or only words. */
	readonly silent: readonly ClaimRow[];
	/** They give a number that counts, but not under this rule. */
	readonly rivals: readonly ClaimRow[];
	/** What kept a claim out; the speaking ones have no role yet. */
	readonly roles: readonly ClaimRole[];
	/** Nobody opened a source of the speaking claims. */
	readonly unopenedOnly: boolean;
	/** They are about a part of the period only: a month of the year. */
	readonly partOnly: boolean;
}

/**
 * Sets aside what never counts (replaced, excluded, worked out here, without a number), what only
 * bounds, and what the rule does not listen to. Claims that nobody opened speak only where no
 * opened claim that the rule listens to does; and unless the attribute is a level, which holds at a
 * date, figures for a part of the period only where none is for the whole: a month is not its year.
 */
export function screen(
	ledger: Ledger,
	claims: readonly ClaimRow[],
	rule: ResolutionRule,
	{ unit_id: unit, as_of: period, attribute_id }: ParameterRow,
): Screened {
	const roles: ClaimRole[] = [];
	const keep = (claim: ClaimRow): boolean => {
		const role = setAside(ledger, claim) ?? inOtherUnit(ledger, claim, unit);
		if (role !== null) roles.push(role);
		return role === null;
	};
	const kept = claims.filter(keep);
	const bounds = opened(kept.filter(isBound), roles);
	const silent = kept.filter((claim) => !isBound(claim) && faceValue(claim, ledger.units) === null);
	const valued = kept.filter((claim) => faceValue(claim, ledger.units) !== null);
	const heard = valued.filter((claim) => !rule.officialOnly || isOfficial(ledger, claim));
	const level = ledger.attribute(attribute_id)?.kind === "level";
	const whole = period === null || level ? heard : ofWhole(heard, period, roles);
	const speaking = opened(whole, roles);
	const rivals = valued.filter((claim) => !heard.includes(claim));
	roles.push(
		...bounds.map((claim) => boundRole(ledger, claim)),
		...silent.map(silentRole),
		...rivals.map((claim): ClaimRole => {
			const why = `${ledger.attribution(claim)} is not an official origin.`;
			return { claim: claim.id, role: "not official", why };
		}),
	);
	const unopenedOnly = speaking.length > 0 && speaking.every(isUnopened);
	const partOnly =
		!level && period !== null && !speaking.every((claim) => aboutWhole(claim, period));
	return { speaking, bounds, silent, rivals, roles, unopenedOnly, partOnly };
}

function isUnopened(claim: ClaimRow): boolean {
	return UNOPENED.has(claim.confidence);
}

/** The origin, not the outlet, has to be official. */
function isOfficial(ledger: Ledger, claim: ClaimRow): boolean {
	return ledger.source(ledger.origin(claim))?.kind === OFFICIAL;
}

function setAside(ledger: Ledger, claim: ClaimRow): ClaimRole | null {
	const later = ledger.revisedBy(claim.id);
	if (claim.standing === "excluded")
		return { claim: claim.id, role: "excluded", why: claim.note ?? "It is excluded." };
	if (later !== null) {
		const dated = ledger.published(later);
		const when = dated === null ? "" : ` of ${dated}`;
		const why = `The edition${when} replaced it with “${later.printed}”.`;
		return { claim: claim.id, role: "superseded", why };
	}
	if (claim.derivation === "implied")
		return { claim: claim.id, role: "implied", why: "It was worked out here; nobody said it." };
	return null;
}

/** Money of another currency, for which the package has no rate. */
function inOtherUnit({ units }: Ledger, claim: ClaimRow, unit: string): ClaimRole | null {
	if (claim.unit_id === null || units.comparable(claim.unit_id, unit)) return null;
	const why = `It is in ${units.row(claim.unit_id).name}, which does not convert into ${units.row(unit).name}.`;
	return { claim: claim.id, role: "no number", why };
}

/** Those about a part of the period only where all are. */
function ofWhole(
	claims: readonly ClaimRow[],
	period: string,
	roles: ClaimRole[],
): readonly ClaimRow[] {
	const whole = claims.filter((claim) => aboutWhole(claim, period));
	if (whole.length === 0) return claims;
	for (const claim of claims) {
		if (whole.includes(claim)) continue;
		const why = `It is about ${periodInWords(claim)}, a part of ${period}; others are about the whole.`;
		roles.push({ claim: claim.id, role: "older", why });
	}
	return whole;
}

/** Unopened ones only where all are. */
function opened(claims: readonly ClaimRow[], roles: ClaimRole[]): readonly ClaimRow[] {
	const read = claims.filter((claim) => !isUnopened(claim));
	if (read.length === 0 || read.length === claims.length) return claims;
	for (const claim of claims.filter(isUnopened)) {
		const why = `Nobody opened its source (${claim.confidence}), and opened sources exist.`;
		roles.push({ claim: claim.id, role: "unopened", why });
	}
	return read;
}

function boundRole(ledger: Ledger, claim: ClaimRow): ClaimRole {
	const symbol = claim.unit_id === null ? "" : ledger.units.symbol(claim.unit_id);
	const limit = rangeInWords(claimInterval(claim, ledger.units), symbol);
	return { claim: claim.id, role: "bound", why: `It only says ${limit}: a bound, not a value.` };
}

const TOKENS: Readonly<Record<NonNullable<ClaimRow["token"]>, string>> = {
	W: "The figure is withheld.",
	NA: "The figure is not available.",
	E: "It only says net exporter.",
	not_published: "The figure is not published.",
	none: "A dash or “none” is printed, not a number.",
};

function silentRole(claim: ClaimRow): ClaimRole {
	const why =
		claim.token !== null
			? TOKENS[claim.token]
			: claim.form === "date"
				? "It is a date."
				: "The figure stands only in words.";
	return { claim: claim.id, role: "no number", why };
}
