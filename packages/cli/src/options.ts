/** Options that several verbs share, and the scenario they describe. */
import type { Scenario } from "@lodegrid/engine/chain";
import { type DataPackage, Nearest } from "@lodegrid/engine/dataset";
import { type Command, InvalidArgumentError, Option } from "commander";
import { Failure } from "./failure.ts";

export interface DataOptions {
	readonly data?: string;
	readonly json?: boolean;
	readonly progress?: boolean;
}

export interface ScenarioOptions extends DataOptions {
	readonly home: string;
	readonly year: number;
	readonly months?: number;
	readonly discountRate?: number;
	readonly defenceCase: "low" | "middle" | "high";
	readonly provenance: string;
	readonly measures: "dated" | "none";
	readonly blocs?: Record<string, "allied" | "neutral" | "rival">;
}

export function withData(command: Command): Command {
	return command
		.option("--data <folder>", "data package to read (default: the shipped baseline)")
		.option("--json", "print the result as JSON on stdout")
		.option("--progress", "show progress on stderr even when it is not a terminal")
		.option("--no-progress", "never show progress");
}

export function withScenario(command: Command): Command {
	return withData(command)
		.option("--home <region>", "home region", "USA")
		.option("--year <year>", "year to solve", wholeNumber, 2025)
		.option("--months <n>", "solve this many months from January of the year instead", wholeNumber)
		.option(
			"--discount-rate <r>",
			"discount costs at this fraction a year, as 0.05 (default: 0)",
			discountRate,
		)
		.addOption(
			new Option("--defence-case <case>", "size of defence demand")
				.choices(["low", "middle", "high"])
				.default("middle"),
		)
		.option(
			"--provenance <rule>",
			"provenance rule: an id, `dated` (those in force) or `none`",
			"dated",
		)
		.addOption(
			new Option("--measures <which>", "trade measures that apply")
				.choices(["dated", "none"])
				.default("dated"),
		)
		.option(
			"--blocs <list>",
			"blocs that differ from the package, as MYS=allied,VNM=neutral",
			blocs,
		);
}

export function scenarioOf(pkg: DataPackage, options: ScenarioOptions): Scenario {
	const regions = pkg.tables.regions.map((region) => region.id);
	known("region", options.home, regions);
	for (const region of Object.keys(options.blocs ?? {})) known("region", region, regions);
	const rules = pkg.tables.provenance_rules.map((rule) => rule.id);
	if (options.provenance !== "dated" && options.provenance !== "none") {
		known("provenance rule", options.provenance, [...rules, "dated", "none"]);
	}
	const years = [...new Set(pkg.tables.demand.map((row) => row.year))].sort((a, b) => a - b);
	if (!years.includes(options.year)) {
		throw new Failure(
			2,
			`--year ${options.year}: the package has demand for ${years[0]} to ${years.at(-1)}; the nearest is ${closest(options.year, years)}.`,
		);
	}
	return {
		homeRegion: options.home,
		...(options.blocs ? { blocs: options.blocs } : {}),
		start: `${options.year}-01-01`,
		periods: options.months ? Array<number>(options.months).fill(1 / 12) : [1],
		...(options.discountRate ? { discountRate: options.discountRate } : {}),
		defenceCase: options.defenceCase,
		provenanceRule: options.provenance === "none" ? null : options.provenance,
		measures: options.measures === "none" ? null : "dated",
	};
}

/** Progress is shown to a person at a terminal, and to whoever asks for it. */
export function showsProgress(options: DataOptions): boolean {
	return options.progress ?? process.stderr.isTTY === true;
}

/** Refuses an id that is not among `ids`, naming the nearest. */
export function known(what: string, id: string, ids: readonly string[]): void {
	if (ids.includes(id)) return;
	const near = new Nearest().find(id, ids);
	throw new Failure(2, `There is no ${what} ${id}.${near ? ` Did you mean ${near}?` : ""}`);
}

export function wholeNumber(text: string): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 1) {
		throw new InvalidArgumentError("expected a whole number above 0");
	}
	return value;
}

function discountRate(text: string): number {
	const value = Number(text);
	if (text.trim() === "" || !(value >= 0 && value < 1)) {
		throw new InvalidArgumentError("expected a fraction a year, at least 0 and below 1");
	}
	return value;
}

function blocs(text: string): Record<string, "allied" | "neutral" | "rival"> {
	const pairs = text.split(",").map((pair) => pair.split("="));
	return Object.fromEntries(
		pairs.map(([region, bloc]) => {
			if (!region || (bloc !== "allied" && bloc !== "neutral" && bloc !== "rival")) {
				throw new InvalidArgumentError("expected REGION=allied|neutral|rival, separated by commas");
			}
			return [region, bloc];
		}),
	);
}

function closest(value: number, values: readonly number[]): number | undefined {
	return values.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0];
}
