/**
 * Identities between attributes, and the figures that may enter them: of the same subject (or the
 * whole it is part of), basis and scope, about a period that fits.
 */

import type { Tables } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { ClaimRow } from "../types.ts";
import { daysApart, sharedPart } from "./days.ts";
import { type Figure, type Figures, figuresOf } from "./figures.ts";
import { type Formula, namesOf, parseFormula } from "./formula.ts";
import { INPUT_PERIOD, MOST_CANDIDATES, NEIGHBOUR_DAYS } from "./settings.ts";

export interface Identity {
	readonly row: Tables["identities"][number];
	readonly formula: Formula;
	readonly names: readonly Name[];
	/** The two sides of a fraction `x / y` whose divisor is one figure; null for other formulas. */
	readonly fraction: { readonly over: Formula; readonly under: Name } | null;
}

export interface Name {
	readonly id: string;
	readonly whole: boolean;
}

const KNOWN = new WeakMap<Ledger, ReadonlyMap<string, readonly Identity[]>>();

/** Identities that give an attribute, the meant ones first; a formula that cannot be read gives none. */
export function identitiesOf(ledger: Ledger, attribute: string): readonly Identity[] {
	let known = KNOWN.get(ledger);
	if (known === undefined) {
		const parsed = ledger.pkg.tables.identities.flatMap(identityOf);
		parsed.sort((a, b) => Number(b.row.meant) - Number(a.row.meant));
		known = Map.groupBy(parsed, ({ row }) => row.attribute_id);
		KNOWN.set(ledger, known);
	}
	return known.get(attribute) ?? [];
}

function identityOf(row: Tables["identities"][number]): Identity[] {
	const parsed = parseFormula(row.formula, true);
	if (!parsed.ok) return [];
	const { formula } = parsed;
	const fraction =
		formula.kind === "binary" && formula.operator === "/" && formula.right.kind === "name"
			? { over: formula.left, under: { id: formula.right.id, whole: formula.right.whole } }
			: null;
	return [{ row, formula, names: namesOf(formula), fraction }];
}

/**
 * Figures that may stand for a name of an identity beside a figure, the nearest first: of the same
 * outlet, of the same origin, of the best matching period, the best attested.
 *
 * Basis: the same, or none where the attribute needs none. Scope: the same; figures that are no
 * flow may also have none. Period: flows share at least half; others lie within a year; figures
 * without a date fit only those of the same outlet or without one.
 */
export function candidatesFor(
	name: Name,
	target: Figure,
	ledger: Ledger,
	pool: FigureIndex = figuresOf(ledger).bySubject,
): readonly Figure[] {
	const { claim } = target;
	const subject = name.whole ? wholesOf(claim.subject_id, ledger).at(-1) : claim.subject_id;
	if (subject === undefined) return [];
	const kind = ledger.attribute(name.id)?.kind;
	const flow = kind === "flow";
	return inBases(pool, subject, name.id, claim, ledger)
		.filter(
			(figure) =>
				figure !== target &&
				(figure.claim.scope_id === claim.scope_id || (!flow && figure.claim.scope_id === null)) &&
				periodFits(figure, target, flow),
		)
		.map((figure) => ({ figure, distance: distance(figure, target) }))
		.sort((a, b) => a.distance - b.distance || a.figure.rank - b.figure.rank)
		.slice(0, MOST_CANDIDATES)
		.map(({ figure }) => figure);
}

/** Candidates of opened sources; where there are none, those that nobody opened. */
export function publishedFor(name: Name, target: Figure, ledger: Ledger): readonly Figure[] {
	const opened = candidatesFor(name, target, ledger);
	if (opened.length > 0) return opened;
	return candidatesFor(name, target, ledger, figuresOf(ledger).unopened);
}

type FigureIndex = Figures["bySubject"];

/** The subjects that a subject is part of, the next one first; `whole(x)` is x of the last. */
export function wholesOf(subject: string, ledger: Ledger): readonly string[] {
	const wholes: string[] = [];
	for (let at = ledger.subject(subject)?.part_of; at; at = ledger.subject(at)?.part_of) {
		if (wholes.includes(at) || at === subject) break;
		wholes.push(at);
	}
	return wholes;
}

function inBases(
	pool: FigureIndex,
	subject: string,
	attribute: string,
	claim: ClaimRow,
	ledger: Ledger,
): Figure[] {
	const of = (basis: string): readonly Figure[] =>
		pool.get(`${subject}|${attribute}|${basis}`) ?? [];
	const own = of(claim.basis_id ?? "");
	if (claim.basis_id === null || ledger.attribute(attribute)?.needs_basis === true) return [...own];
	return [...own, ...of("")];
}

function periodFits(figure: Figure, target: Figure, flow: boolean): boolean {
	if (figure.days === null || target.days === null)
		return figure.days === target.days || figure.outlet === target.outlet;
	if (flow) return sharedPart(figure.days, target.days) >= INPUT_PERIOD;
	return daysApart(figure.days, target.days) <= NEIGHBOUR_DAYS;
}

/** Smaller is nearer: outlet before origin before period. */
function distance(figure: Figure, target: Figure): number {
	const outlet = figure.outlet === target.outlet ? 0 : 4;
	const origin = figure.origin === target.origin ? 0 : 2;
	const period =
		figure.days === null || target.days === null ? 0.5 : 1 - sharedPart(figure.days, target.days);
	return outlet + origin + period;
}
