import { columnBounds, columnUnit } from "../dataset/index.ts";
import { cellId, findCell, type NumberCell } from "./cells.ts";
import { claimsFor } from "./claims-for.ts";
import { distributionOf } from "./distribution.ts";
import { contains, hull, intersects } from "./interval.ts";
import type { Ledger } from "./ledger.ts";
import { echoes, originGroups, voiceOf } from "./origin-groups.ts";
import { claimInterval } from "./printed.ts";
import { type Choice, RULES } from "./rules/index.ts";
import { type Screened, screen } from "./screen.ts";
import type { ClaimRole, ClaimRow, Interval, ParameterRow, Resolution } from "./types.ts";
import { tidy } from "./units.ts";
import { counted, figure, listed, rangeInWords } from "./words.ts";

/** One row of `parameters`, from its claims to the number; see `resolveAll`. */
export function resolve(ledger: Ledger, row: ParameterRow): Resolution {
	const cell = findCell(ledger.pkg, {
		table: row.table_name,
		row: row.row_key,
		column: row.column_name,
	});
	const rule = RULES[row.rule];
	const symbol = ledger.units.symbol(row.unit_id);
	const screened = screen(ledger, claimsFor(ledger, row), rule, row.unit_id);
	const groups = originGroups(ledger, screened.speaking, row.unit_id);
	const choice = rule.choose(
		groups.map((group) => voiceOf(ledger, group)),
		row,
		symbol,
	);
	const roles = rolesOf(ledger, screened, groups, choice);
	const warnings = warningsOf(ledger, row, screened, choice, symbol);
	const steps = [inView(ledger, row, screened, roles), choice.step];
	const scaled = inModelUnits(ledger, row, cell, choice, screened, { steps, warnings });
	return {
		id: cellId(cell.ref),
		cell: cell.ref,
		rule: row.rule,
		...scaled,
		stated: cell.stated,
		groups: [...groups, ...mute(ledger, screened, groups, row.unit_id)],
		roles,
		sourceIds: sourcesOf(row, roles, ledger),
		steps,
		warnings,
	};
}

interface Notes {
	readonly steps: string[];
	readonly warnings: string[];
}

/** Value and support of the choice, from the claims' unit to that of the model's column. */
function inModelUnits(
	ledger: Ledger,
	row: ParameterRow,
	cell: NumberCell,
	choice: Choice,
	screened: Screened,
	{ steps, warnings }: Notes,
): Pick<Resolution, "value" | "distribution"> {
	const unit = columnUnit(cell.table, cell.numbers, cell.row);
	const symbol = ledger.units.symbol(row.unit_id);
	if (choice.value === null) {
		const stated = cell.stated === null ? "a gap" : figure(cell.stated, unit);
		steps.push(`The model keeps the number that is stated in its row: ${stated}.`);
		return { value: null, distribution: null };
	}
	const own = row.rule === "override";
	const factor = own ? 1 : (row.factor ?? 1);
	const span = choice.support ?? (hull(choice.counted.map((v) => v.interval)) as Interval);
	const support = own ? span : withinBounds(ledger, row, screened, choice.value, span);
	if (!own) steps.push(`What counts spans ${rangeInWords(support, symbol)}.`);
	if (factor !== 1) steps.push(`Times ${figure(factor)}: ${row.reason}`);
	const limits = columnBounds(cell.table, cell.ref.column);
	const limit = (x: number): number => Math.min(Math.max(x, limits.low), limits.high);
	const raw = tidy(choice.value * factor);
	const value = limit(raw);
	if (value !== raw)
		warnings.push(`${figure(raw, unit)} is more or less than the column takes: ${figure(value)}.`);
	steps.push(`The model's number is ${figure(value, unit)}.`);
	const distribution = distributionOf(row.shape, value, {
		low: limit(tidy(support.low * factor)),
		high: limit(tidy(support.high * factor)),
	});
	return { value, distribution };
}

/** The support without what bounds rule out; a bound that the value breaks is only warned of. */
function withinBounds(
	ledger: Ledger,
	row: ParameterRow,
	{ bounds }: Screened,
	value: number,
	support: Interval,
): Interval {
	let { low, high } = support;
	for (const claim of bounds) {
		const bound = claimInterval(claim, ledger.units, row.unit_id);
		if (!contains(bound, value)) continue;
		low = Math.max(low, bound.low);
		high = Math.min(high, bound.high);
	}
	return { low, high };
}

function rolesOf(
	ledger: Ledger,
	screened: Screened,
	groups: Resolution["groups"],
	choice: Choice,
): ClaimRole[] {
	const used = choice.counted.map((voice): ClaimRole => {
		const why = `It speaks for ${voice.who}.`;
		return { claim: voice.claim.id, role: "used", why };
	});
	const speaking = new Set(used.map(({ claim }) => claim));
	const beside = groups.flatMap((group) =>
		echoes(ledger, group).map((role): ClaimRole => {
			if (role.role !== "used" || speaking.has(group.voice)) return role;
			const voice = choice.others.find(({ claim }) => claim === group.voice);
			return voice === undefined ? role : { ...voice, claim: role.claim };
		}),
	);
	return [...used, ...beside, ...choice.others, ...screened.roles].sort((a, b) =>
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

function warningsOf(
	ledger: Ledger,
	row: ParameterRow,
	screened: Screened,
	choice: Choice,
	symbol: string,
): string[] {
	const warnings: string[] = [];
	const inUnit = (claim: ClaimRow): Interval => claimInterval(claim, ledger.units, row.unit_id);
	const says = (claim: ClaimRow): string =>
		`${ledger.attribution(claim)} says ${rangeInWords(inUnit(claim), symbol)}`;
	if (screened.unopenedOnly) warnings.push("Nobody opened a source of this number.");
	if (choice.value === null) {
		if (screened.bounds.length > 0 && screened.speaking.length === 0)
			warnings.push(`Only bounds count: ${listed(screened.bounds.map(says))}.`);
		else warnings.push("No claim gives a number that this rule may use.");
		return warnings;
	}
	if (row.rule === "override") return warnings;
	const span = choice.support ?? (hull(choice.counted.map((v) => v.interval)) as Interval);
	for (const claim of screened.bounds)
		if (!contains(inUnit(claim), choice.value))
			warnings.push(`${says(claim)}; the number breaks this bound.`);
	const samePeriod = ({ as_of, as_of_end }: ClaimRow): boolean =>
		choice.counted.some((v) => v.claim.as_of === as_of && v.claim.as_of_end === as_of_end);
	const older = new Set(choice.others.map(({ claim }) => claim));
	for (const claim of [...screened.rivals, ...screened.speaking.filter(({ id }) => older.has(id))])
		if (samePeriod(claim) && !intersects(inUnit(claim), span))
			warnings.push(`${says(claim)}, outside the range of what counts.`);
	const apart = choice.counted.filter((voice) =>
		choice.counted.some((other) => !intersects(voice.interval, other.interval)),
	);
	if (apart.length > 0)
		warnings.push(
			`Sources that count disagree beyond their ranges: ${listed(apart.map(({ claim }) => says(claim)))}.`,
		);
	return warnings;
}

/** The chains of the claims that the number rests on; those of the row for an analyst's own. */
function sourcesOf(row: ParameterRow, roles: readonly ClaimRole[], ledger: Ledger): string[] {
	const used = roles.filter(({ role }) => role === "used");
	const chains = used.map(({ claim }) => ledger.claim(claim).source_ids);
	return [...new Set(chains.length === 0 ? row.source_ids : chains.flat())].sort();
}
