import { columnUnit } from "../dataset/index.ts";
import { cellId } from "./cells.ts";
import { contains, intersects } from "./interval.ts";
import type { Ledger } from "./ledger.ts";
import { echoes, originGroups } from "./origin-groups.ts";
import { claimInterval } from "./printed.ts";
import type { Choice } from "./rules/index.ts";
import type { Screened } from "./screen.ts";
import { type Settled, spanOfChoice } from "./settle.ts";
import type { ClaimRole, ClaimRow, Interval, ParameterRow, Resolution } from "./types.ts";
import { counted, figure, listed, rangeInWords } from "./words.ts";

/** A settled number with the way to it: roles of all claims, steps, warnings. */
export function explain(ledger: Ledger, settled: Settled): Resolution {
	const { row, cell, screened, groups, choice, value, distribution } = settled;
	const roles = rolesOf(ledger, screened, groups, choice);
	return {
		id: cellId(cell.ref),
		cell: cell.ref,
		rule: row.rule,
		value,
		distribution,
		stated: cell.stated,
		groups: [...groups, ...mute(ledger, screened, groups, row.unit_id)],
		roles,
		sourceIds: sourcesOf(ledger, settled, roles),
		steps: stepsOf(ledger, settled, roles),
		warnings: warningsOf(ledger, settled),
	};
}

function stepsOf(ledger: Ledger, settled: Settled, roles: readonly ClaimRole[]): string[] {
	const { row, cell, screened, choice, support, value } = settled;
	const unit = columnUnit(cell.table, cell.numbers, cell.row);
	const steps = [inView(ledger, row, screened, roles), choice.step()];
	if (value === null || support === null) {
		const stated = cell.stated === null ? "a gap" : figure(cell.stated, unit);
		return [...steps, `The model keeps the number that is stated in its row: ${stated}.`];
	}
	if (row.rule !== "override") {
		const symbol = ledger.units.symbol(row.unit_id);
		const span = rangeInWords(support, symbol);
		steps.push(
			settled.spread === null
				? `What counts spans ${span}.`
				: `A lone figure without a range: with the spread of its confidence (${settled.spread}) ${span}.`,
		);
		if (row.shape === "triangular" && settled.distribution?.shape === "uniform")
			steps.push("Uniform: nobody printed the middle of a range as the likeliest figure.");
		if (row.factor !== null && row.factor !== 1)
			steps.push(`Times ${figure(row.factor)}: ${row.reason}`);
	}
	return [...steps, `The model's number is ${figure(value, unit)}.`];
}

function rolesOf(
	ledger: Ledger,
	screened: Screened,
	groups: Resolution["groups"],
	choice: Choice,
): ClaimRole[] {
	const used = choice.counted.map((voice): ClaimRole => {
		const why = `It speaks for ${voice.who()}.`;
		return { claim: voice.claim.id, role: "used", why };
	});
	const speaking = new Set(used.map(({ claim }) => claim));
	const others = choice.others();
	const beside = groups.flatMap((group) =>
		echoes(ledger, group).map((role): ClaimRole => {
			if (role.role !== "used" || speaking.has(group.voice)) return role;
			const voice = others.find(({ claim }) => claim === group.voice);
			return voice === undefined ? role : { ...voice, claim: role.claim };
		}),
	);
	return [...used, ...beside, ...others, ...screened.roles].sort((a, b) =>
		a.claim < b.claim ? -1 : 1,
	);
}

/** Origins that only bound, or give no number, and are not among the groups already. */
function mute(
	ledger: Ledger,
	{ bounds, silent }: Screened,
	groups: Resolution["groups"],
	unit: string,
): Resolution["groups"] {
	const heard = new Set(groups.map(({ origin }) => origin));
	const rest = [...bounds, ...silent].filter((claim) => !heard.has(ledger.origin(claim)));
	return originGroups(ledger, rest, unit);
}

function inView(
	ledger: Ledger,
	row: ParameterRow,
	screened: Screened,
	roles: readonly ClaimRole[],
): string {
	const claims = new Set([...screened.speaking.map(({ id }) => id), ...roles.map((r) => r.claim)]);
	const what = [
		ledger.attribute(row.attribute_id)?.name ?? row.attribute_id,
		`of ${ledger.subject(row.subject_id)?.name ?? row.subject_id}`,
		row.basis_id === null ? "" : `(${ledger.basis(row.basis_id)?.name ?? row.basis_id})`,
		row.scope_id === null ? "" : `for ${ledger.subject(row.scope_id)?.name ?? row.scope_id}`,
		row.as_of === null ? "" : `in ${row.as_of}`,
	];
	const about = what.filter((part) => part !== "").join(" ");
	const tally = Map.groupBy(roles, ({ role }) => role);
	const parts = [...tally]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([role, list]) => `${list.length} ${role}`);
	const verb = claims.size === 1 ? "is" : "are";
	return `${counted(claims.size, "claim")} ${verb} about ${about}: ${listed(parts) || "none"}.`;
}

function warningsOf(ledger: Ledger, settled: Settled): string[] {
	const { row, cell, screened, choice, raw, value } = settled;
	const symbol = ledger.units.symbol(row.unit_id);
	const inUnit = (claim: ClaimRow): Interval => claimInterval(claim, ledger.units, row.unit_id);
	const says = (claim: ClaimRow): string =>
		`${ledger.attribution(claim)} says ${rangeInWords(inUnit(claim), symbol)}`;
	const { bounds } = screened;
	if (choice.value === null)
		return bounds.length > 0 && screened.speaking.length === 0
			? [`Only bounds count: ${listed(bounds.map(says))}.`]
			: ["No claim gives a number that this rule may use."];
	const warnings: string[] = [];
	if (raw !== value) {
		const unit = columnUnit(cell.table, cell.numbers, cell.row);
		const given = `${figure(raw as number, unit)} is outside what the column takes`;
		warnings.push(`${given}: ${figure(value as number, unit)} is used.`);
	}
	if (row.rule === "override") return warnings;
	if (screened.unopenedOnly) warnings.push("Nobody opened a source of this number.");
	if (screened.partOnly) warnings.push(`Only figures for a part of ${row.as_of} are known.`);
	for (const claim of bounds)
		if (!contains(inUnit(claim), choice.value))
			warnings.push(`${says(claim)}; the number breaks this bound.`);
	for (const claim of unheard(screened, choice))
		if (!intersects(inUnit(claim), spanOfChoice(choice)))
			warnings.push(`${says(claim)}, outside the range of what counts.`);
	const apart = choice.counted.filter((voice) =>
		choice.counted.some((other) => !intersects(voice.interval, other.interval)),
	);
	const rivals = listed(apart.map(({ claim }) => says(claim)));
	if (apart.length > 0)
		warnings.push(`Sources that count disagree beyond their ranges: ${rivals}.`);
	return warnings;
}

/** Claims with a number for the period of those that count, which the rule passed over. */
function unheard({ rivals, speaking }: Screened, choice: Choice): ClaimRow[] {
	const passed = new Set(choice.others().map(({ claim }) => claim));
	return [...rivals, ...speaking.filter(({ id }) => passed.has(id))].filter((claim) =>
		choice.counted.some(
			(voice) => voice.claim.as_of === claim.as_of && voice.claim.as_of_end === claim.as_of_end,
		),
	);
}

/** The chains of the claims that the number rests on; those of the row for an analyst's own. */
function sourcesOf(
	ledger: Ledger,
	{ row, spread }: Settled,
	roles: readonly ClaimRole[],
): string[] {
	const used = roles.filter(({ role }) => role === "used");
	const chains = used.map(({ claim }) => ledger.claim(claim).source_ids);
	const cited = chains.length === 0 ? row.source_ids : chains.flat();
	return [...new Set(spread === null ? cited : [...cited, spread])].sort();
}
