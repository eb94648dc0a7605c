import type { DataPackage } from "../dataset/index.ts";
import { coefficientRange, dualityGap, type Solver } from "../lp/index.ts";
import { splitCost } from "./cost-split.ts";
import {
	extractBalances,
	extractDeliveries,
	extractLimits,
	extractLines,
	extractShipments,
	extractTiers,
	extractUnits,
} from "./extract.ts";
import type { Network } from "./network.ts";
import { networkOf } from "./network-of.ts";
import { type Optimum, optimise } from "./optimise.ts";
import { sizeOf } from "./size.ts";
import type { ChainRun, ChainSolution, CostSplit, Scenario } from "./types.ts";

/**
 * Flows, shortages and prices of a data package under a scenario.
 *
 * Shortage is least tier by tier, then cost (penalties included) is least. A model without an
 * answer comes back with its status and an explanation, and empty lists; it does not throw.
 *
 * @throws RangeError when the scenario names something the package does not have
 */
export function solveChain(
	pkg: DataPackage,
	scenario: Scenario,
	solver: Solver,
	run: ChainRun = {},
): ChainSolution {
	const clock = run.clock ?? (() => 0);
	const began = clock();
	const network = networkOf(pkg, scenario);
	const seconds = (clock() - began) / 1000;
	return solveNetwork(network, solver, run, seconds);
}

/** The same for a network already at hand. */
export function solveNetwork(
	network: Network,
	solver: Solver,
	run: ChainRun = {},
	secondsBefore = 0,
): ChainSolution {
	const clock = run.clock ?? (() => 0);
	const began = clock();
	const optimum = optimise(network, solver, run);
	const solved = clock();
	const answer = optimum.result.status === "optimal" ? extract(optimum) : NO_ANSWER;
	const range = coefficientRange(optimum.lp);
	const matrix = range.ranges.find(({ kind }) => kind === "matrix");
	const build = secondsBefore + optimum.buildSeconds;
	return {
		package: network.package,
		scenario: network.scenario,
		provenanceRule: network.provenanceRule,
		periods: network.periods.map(({ label }) => label),
		status: optimum.result.status,
		method: optimum.method,
		gap: optimum.result.gap,
		coefficientRange: [matrix?.smallest ?? 0, matrix?.largest ?? 0],
		size: sizeOf(optimum.network, optimum.layout),
		warnings: [...optimum.network.gaps, ...range.warnings],
		explanation: optimum.explanation,
		...answer,
		seconds: {
			build,
			solve: (solved - began) / 1000 - optimum.buildSeconds,
			extract: (clock() - solved) / 1000,
		},
	};
}

function extract(optimum: Optimum) {
	const deliveries = extractDeliveries(optimum);
	return {
		dualityGap: dualityGap(optimum.solved, optimum.result).gap,
		cost: splitCost(optimum),
		tiers: extractTiers(optimum, deliveries),
		lines: extractLines(optimum),
		shipments: extractShipments(optimum),
		deliveries,
		units: extractUnits(optimum),
		limits: extractLimits(optimum),
		balances: extractBalances(optimum),
	};
}

const NO_COST: CostSplit = {
	variable: 0,
	freight: 0,
	tariff: 0,
	holding: 0,
	disposal: 0,
	stockDrawn: 0,
	penalty: 0,
	total: 0,
};

const NO_ANSWER: ReturnType<typeof extract> = {
	dualityGap: Number.NaN,
	cost: NO_COST,
	tiers: [],
	lines: [],
	shipments: [],
	deliveries: [],
	units: [],
	limits: [],
	balances: [],
};
