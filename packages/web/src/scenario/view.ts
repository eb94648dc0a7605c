/**
 * Everything a view of the app depends on, as it stands in the URL. A link
 * replays: same URL, same picture. Values that equal the default are left out.
 */
import type { Bloc, DefenceCase } from "@lodegrid/engine/chain";

export const SCOPES = [
	"allied",
	"allied-defence",
	"allied-commercial",
	"home",
	"home-defence",
	"home-commercial",
	"all",
] as const;
export const GROUPS = ["region", "bloc", "controller"] as const;
export const TABS = ["picture", "table", "method"] as const;
export const CASES = ["low", "middle", "high"] as const satisfies readonly DefenceCase[];
/** Order of the claims: latest publication, most used in the model, most doubtful. */
export const ORDERS = ["newest", "used", "doubt"] as const;
export const BLOCS = ["home", "allied", "neutral", "rival"] as const satisfies readonly Bloc[];

/** Whose demand is to be covered. */
export type Scope = (typeof SCOPES)[number];
/** What the nodes of the chain stand for: country of the plant, bloc, country of its owner. */
export type Group = (typeof GROUPS)[number];
export type Tab = (typeof TABS)[number];
export type Order = (typeof ORDERS)[number];

export interface View {
	/** Home region. */
	home: string;
	/** Product (finished material) whose chain is shown. */
	product: string;
	scope: Scope;
	year: number;
	defence: DefenceCase;
	/** `none`, `dated` (the rules in force) or the id of a rule. */
	rule: string;
	measures: "on" | "off";
	/** Blocs that differ from the package: `IND.rival~VNM.allied`. */
	blocs: string;
	/** `rival`: plants and lanes under rival control are closed. */
	closed: "" | "rival";
	/** Element whose contained tonnes give the Sankey its widths; empty = the product's scarcest. */
	element: string;
	group: Group;
	tab: Tab;
	/** What the inspector shows: `kind:id`; empty = closed. */
	inspect: string;
	/** Filters of the map; empty = all. */
	stage: string;
	status: string;
	bloc: string;
	operator: string;
	material: string;
	arcs: "on" | "off";
	/** Year of the calibration page. */
	reference: string;
	/** View of the evidence page; empty = its first. */
	show: string;
	/** Words that claims and disputes are searched for. */
	find: string;
	/** Choices among the claims: `kind.munition~confidence.high`. */
	facets: string;
	order: Order;
	/** The disputed quantity: `subject|attribute|basis|scope|period`; empty = the first of the list. */
	quantity: string;
	/** The source that is audited; empty = the one with most figures that fail. */
	source: string;
	/** The result whose numbers are swept; empty = the weakest link's coverage. */
	result: string;
	/** How many numbers are swept at most. */
	sweep: number;
}

export const DEFAULT_VIEW: View = {
	home: "USA",
	product: "ndfeb_hre_magnet",
	scope: "allied",
	year: 2025,
	defence: "middle",
	rule: "dated",
	measures: "on",
	blocs: "",
	closed: "",
	element: "",
	group: "region",
	tab: "picture",
	inspect: "",
	stage: "",
	status: "",
	bloc: "",
	operator: "",
	material: "",
	arcs: "on",
	reference: "",
	show: "",
	find: "",
	facets: "",
	order: "newest",
	quantity: "",
	source: "",
	result: "",
	sweep: 40,
};

/** Reads the URL. What isn't understood falls back to the default, so an old link still opens. */
export function readView(raw: Partial<Record<keyof View, unknown>>): View {
	const text = (key: keyof View, pattern: RegExp) => {
		const value = raw[key];
		return typeof value === "string" && pattern.test(value) ? value : (DEFAULT_VIEW[key] as string);
	};
	const one = <T extends string>(key: keyof View, values: readonly T[]) =>
		values.includes(raw[key] as T) ? (raw[key] as T) : (DEFAULT_VIEW[key] as T);
	const year = yearOf(raw.year);
	return {
		home: text("home", REGION),
		product: text("product", ID),
		scope: one("scope", SCOPES),
		year: year ?? DEFAULT_VIEW.year,
		defence: one("defence", CASES),
		rule: text("rule", ID),
		measures: one("measures", ["on", "off"]),
		blocs: writeBlocs(readBlocs(text("blocs", /^[\w.~-]*$/))),
		closed: one("closed", ["", "rival"]),
		element: text("element", ID_OR_EMPTY),
		group: one("group", GROUPS),
		tab: one("tab", TABS),
		inspect: text("inspect", /^[\w:.>~|*/-]*$/),
		stage: text("stage", ID_OR_EMPTY),
		status: text("status", ID_OR_EMPTY),
		bloc: one("bloc", ["", ...BLOCS]),
		operator: text("operator", ID_OR_EMPTY),
		material: text("material", ID_OR_EMPTY),
		arcs: one("arcs", ["on", "off"]),
		reference: String(yearOf(raw.reference) ?? ""),
		show: text("show", ID_OR_EMPTY),
		find: words(raw.find),
		facets: text("facets", /^[\w.~-]*$/),
		order: one("order", ORDERS),
		quantity: text("quantity", /^[\w|./-]*$/),
		source: text("source", ID_OR_EMPTY),
		result: text("result", /^[\w:]*$/),
		sweep: wholeOf(raw.sweep, 1, 1000) ?? DEFAULT_VIEW.sweep,
	};
}

/** Words as typed; digits alone arrive as a number. */
function words(value: unknown): string {
	return typeof value === "string" || typeof value === "number"
		? String(value).slice(0, MOST_LETTERS)
		: "";
}

/** A year as the address gives it, a number or digits; an address can hold anything else too. */
function yearOf(value: unknown): number | null {
	return wholeOf(value, 2000, 2100);
}

function wholeOf(value: unknown, least: number, most: number): number | null {
	if (typeof value !== "number" && typeof value !== "string") return null;
	const whole = Number(value);
	return Number.isInteger(whole) && whole >= least && whole <= most ? whole : null;
}

export type BlocChoice = Exclude<Bloc, "home">;

/** `IND.rival~VNM.allied` → { IND: "rival", VNM: "allied" }. */
export function readBlocs(text: string): Record<string, BlocChoice> {
	const pairs = text.split("~").map((pair) => pair.split("."));
	return Object.fromEntries(
		pairs.flatMap(([region, bloc]) =>
			region && REGION.test(region) && isBlocChoice(bloc) ? [[region, bloc]] : [],
		),
	);
}

export function writeBlocs(blocs: Readonly<Record<string, BlocChoice>>): string {
	return Object.keys(blocs)
		.toSorted()
		.map((region) => `${region}.${blocs[region]}`)
		.join("~");
}

function isBlocChoice(text: string | undefined): text is BlocChoice {
	return text === "allied" || text === "neutral" || text === "rival";
}

const MOST_LETTERS = 120;
const REGION = /^[A-Z][A-Z0-9_-]{1,15}$/;
const ID = /^[\w-]+$/;
const ID_OR_EMPTY = /^[\w-]*$/;
