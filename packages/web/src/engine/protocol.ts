/** What the page may ask the worker. Everything that crosses is plain data. */
import type {
	Bloc,
	Calibration,
	ChainSolution,
	Concentration,
	Coverage,
	DemandScope,
	MarginalValue,
	RestsOn,
	ResultComparison,
	Sankey,
	SankeyOptions,
	Scenario,
	ShortageExplanation,
	VerifiedMarginal,
} from "@lodegrid/engine/chain";
import type { Problem } from "@lodegrid/engine/dataset";
import type {
	Audit,
	CellRef,
	Conflict,
	EvidenceFinding,
	ImportReview,
	Resolution,
	Verdict,
} from "@lodegrid/engine/evidence";
import type { Flag } from "./flag.ts";

export type Tell = (task: string, done: number, total: number) => void;

export interface ChainQuestion {
	readonly scenario: Scenario;
	readonly product: string;
	readonly scope: DemandScope;
	/** Empty = the element of the weakest link, or the product's first. */
	readonly element: string;
	readonly group: NonNullable<SankeyOptions["groupBy"]>;
}

export interface ChainAnswer {
	readonly coverage: Coverage;
	readonly sankey: Sankey;
	/** Who controls each node: the bloc of most of what it makes. */
	readonly blocs: Readonly<Record<string, Bloc>>;
	/** Ids of nodes that rest mostly on assumptions or aggregates. */
	readonly assumed: readonly string[];
	/** Elements that the product contains, most first. */
	readonly elements: readonly string[];
	/** Of the demands in scope, t a year. */
	readonly required: number;
	readonly delivered: number;
	/** Of all demands for the product, t a year. */
	readonly world: number;
	readonly shortage: ShortageExplanation | null;
	/** Of the weakest link's material, by country of the plant, on capacity. */
	readonly concentration: Concentration | null;
	/** Solver's status; the page says so when it isn't `optimal`. */
	readonly status: string;
	readonly explanation: readonly string[];
}

/** Demand in scope that could be met every year without rivals, if the product had first call. */
export interface Alone {
	readonly required: number;
	readonly delivered: number;
}

export interface Margins {
	readonly existing: readonly MarginalValue[];
	readonly elsewhere: readonly MarginalValue[];
}

/** What is worked out over all claims of the package. */
export interface Evidence {
	readonly verdicts: readonly Verdict[];
	readonly findings: readonly EvidenceFinding[];
	/** Quantities whose figures differ. */
	readonly conflicts: readonly Conflict[];
	/** Quantities on which only sources that nobody opened differ: shown, not counted as disputed. */
	readonly unopened: readonly Conflict[];
	/** Numbers of the model that are resolved from claims. */
	readonly resolutions: readonly Resolution[];
	/** Numbers of the model that rest on a claim, by the claim's id. */
	readonly uses: Readonly<Record<string, readonly CellRef[]>>;
}

/** Files of new claims, and of sources and subjects they need, as they were given. */
export interface ClaimFiles {
	readonly claims: Uint8Array | null;
	readonly sources: Uint8Array | null;
	readonly subjects: Uint8Array | null;
}

/** What they would change; or why they are refused. */
export type Reviewed =
	| { readonly ok: true; readonly review: ImportReview; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Every question takes the flag that stops it and the way to say how far it is. */
export interface EngineApi {
	/** Makes package and solver ready, so that the first question needn't wait for them. */
	warm(): Promise<void>;
	solution(scenario: Scenario, flag: Flag | null, tell: Tell): Promise<ChainSolution>;
	chain(question: ChainQuestion, flag: Flag | null, tell: Tell): Promise<ChainAnswer>;
	alone(question: ChainQuestion, flag: Flag | null, tell: Tell): Promise<Alone>;
	/** The numbers of the package that the answer of `chain` was worked out from. */
	restsOn(question: ChainQuestion, flag: Flag | null, tell: Tell): Promise<readonly RestsOn[]>;
	/** What one more tonne a year of capacity is worth, place by place. */
	margins(scenario: Scenario, product: string, flag: Flag | null, tell: Tell): Promise<Margins>;
	/** Solves again with one more tonne and compares with what the dual promised. */
	verify(
		scenario: Scenario,
		value: MarginalValue,
		flag: Flag | null,
		tell: Tell,
	): Promise<VerifiedMarginal>;
	calibration(flag: Flag | null, tell: Tell): Promise<Calibration>;
	evidence(flag: Flag | null, tell: Tell): Promise<Evidence>;
	/** One source's figures, recomputed. */
	audit(source: string, flag: Flag | null, tell: Tell): Promise<Audit>;
	review(files: ClaimFiles, flag: Flag | null, tell: Tell): Promise<Reviewed>;
	/** Key results with and without new claims; the files have passed their review. */
	compare(
		files: ClaimFiles,
		scenario: Scenario,
		flag: Flag | null,
		tell: Tell,
	): Promise<ResultComparison>;
	/** The way from the claims to one number of the model. */
	resolution(cell: CellRef, flag: Flag | null, tell: Tell): Promise<Resolution>;
}
