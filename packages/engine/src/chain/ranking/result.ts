import type { Book } from "../diagnosis/book.ts";
import type { DemandScope } from "../diagnosis/scope.ts";
import type { Bloc } from "../types.ts";

/** A number that the chain engine can be asked for. Plain data, comparable, serialisable. */
export type ChainResultRef =
	/** Capacity of home and allied plants over the need of a product in a scope, at one stage. */
	| {
			readonly kind: "coverage";
			readonly product: string;
			readonly scope: DemandScope;
			readonly stage: string;
			/** Null at the mine, where `element` says what is counted. */
			readonly material: string | null;
			readonly element: string | null;
	  }
	/** The smallest coverage of any stage. */
	| { readonly kind: "weakest"; readonly product: string; readonly scope: DemandScope }
	/** Delivered over required, everything open. */
	| { readonly kind: "delivered"; readonly product: string; readonly scope: DemandScope }
	/** The same with rival plants and lanes closed, no stocks, and first call for the product. */
	| { readonly kind: "alone"; readonly product: string; readonly scope: DemandScope }
	/** Demand not met, t: of a sector, or of all (null). */
	| { readonly kind: "shortage"; readonly sector: string | null }
	/** Part of all that is made of a material that plants of a bloc make. */
	| { readonly kind: "share"; readonly material: string; readonly bloc: Bloc }
	/** Total cost, penalties of shortage included, USD. */
	| { readonly kind: "cost" };

export type ResultUnit = "fraction" | "t" | "USD";

export function unitOf(ref: ChainResultRef): ResultUnit {
	if (ref.kind === "cost") return "USD";
	return ref.kind === "shortage" ? "t" : "fraction";
}

/** Name for the command line and addresses; product and scope are said beside it. */
export function resultId(ref: ChainResultRef): string {
	switch (ref.kind) {
		case "coverage":
			return `coverage:${ref.material ?? `${ref.stage}:${ref.element}`}`;
		case "shortage":
			return ref.sector === null ? "shortage" : `shortage:${ref.sector}`;
		case "share":
			return `share:${ref.material}:${ref.bloc}`;
		default:
			return ref.kind;
	}
}

/** What it is, to stand inside a sentence: `home and allied coverage of Dy metal for …`. */
export function resultTitle(book: Book, ref: ChainResultRef): string {
	switch (ref.kind) {
		case "coverage":
			return `home and allied coverage of ${nameOf(book, ref)} for ${demandOf(book, ref)}`;
		case "weakest":
			return `the weakest home and allied coverage for ${demandOf(book, ref)}`;
		case "delivered":
			return `the share of ${demandOf(book, ref)} that is delivered`;
		case "alone":
			return `the share of ${demandOf(book, ref)} that is delivered without rivals`;
		case "shortage":
			return ref.sector === null
				? "the shortage of all sectors"
				: `the shortage of ${sectorOf(book, ref.sector)}`;
		case "share":
			return `the ${ref.bloc} share of ${book.inWords(ref.material)} made`;
		case "cost":
			return "the total cost";
	}
}

function nameOf(
	book: Book,
	ref: { readonly material: string | null; readonly element: string | null },
) {
	return ref.material === null ? `${ref.element} in ore` : book.inWords(ref.material);
}

function demandOf(
	book: Book,
	ref: { readonly product: string; readonly scope: DemandScope },
): string {
	const whose = ref.scope === "all" ? "world" : ref.scope;
	return `${whose} demand for ${book.inWords(ref.product)}`;
}

function sectorOf(book: Book, sector: string): string {
	return book.pkg.tables.sectors.find((row) => row.id === sector)?.name ?? sector;
}
