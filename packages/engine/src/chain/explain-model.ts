import type { Conflict, LpResult, Repair, Session, SolveOptions } from "../lp/index.ts";
import type { Layout } from "./constraints/layout.ts";
import { tonnes } from "./constraints/words.ts";
import type { Network } from "./network.ts";

/**
 * Why a model has no answer, one sentence per line, in the user's nouns: which limits cannot hold
 * together, and the least change that lets them, one of possibly several. Only what data or
 * choices set may be changed: capacities, commitments, limits, storage and the wish for no
 * shortage; balances and recipes hold always.
 */
export function explainModel(
	session: Session,
	network: Network,
	layout: Layout,
	result: LpResult,
	options: SolveOptions,
): string[] {
	if (result.status === "unbounded") return [session.explainUnbounded().text];
	if (result.status === "failed") return [`The solver gave up: ${result.message}.`];
	if (result.status !== "infeasible") return [];
	const { rows, columns } = layout;
	const changeable = (i: number) => i >= rows.capacity && i < rows.closing;
	const isShort = (j: number) => j >= columns.short && j < columns.unmade;
	const { conflict, repair, violation } = session.explainInfeasible({
		rowPenalty: (i) => (changeable(i) ? 1 : -1),
		columnPenalty: (j) => (isShort(j) ? 1 : -1),
		...(options.signal && { signal: options.signal }),
		...(options.timeLimitSeconds !== undefined && {
			timeLimitSeconds: options.timeLimitSeconds,
		}),
	});
	const isBalance = ({ kind, index }: Conflict) => kind === "row" && index < rows.delivery;
	const balances = conflict.filter(isBalance);
	const told = conflict.filter((member) => !isNonNegativity(member) && !isBalance(member));
	return [
		...(conflict.length ? ["These cannot all hold together (one of possibly several sets):"] : []),
		...told.map(({ description }) => `- ${description}`),
		...balanceWords(network, layout, balances),
		...(repair.length
			? [
					`The least change that makes it possible, ${tonnes(violation)} in all (one of possibly several):`,
				]
			: []),
		...repair.map((step) => `- ${repairWords(step)}`),
	];
}

/** One line for all balances: material by material, with its regions. */
function balanceWords(network: Network, layout: Layout, balances: readonly Conflict[]): string[] {
	const regionsOf = new Map<string, Set<string>>();
	for (const { index } of balances) {
		const node = Math.floor((index - layout.rows.balance) / layout.periods);
		const { material, region, compliant } = network.nodes[node] as Network["nodes"][number];
		const name = `${compliant ? "compliant " : ""}${network.materials[material]?.id}`;
		const regions = regionsOf.get(name) ?? new Set();
		regionsOf.set(name, regions.add(network.regions[region] as string));
	}
	if (regionsOf.size === 0) return [];
	const places = [...regionsOf].map(([name, regions]) => `${name} (${[...regions].join(", ")})`);
	return [`- no more goes out than comes in of ${places.join("; ")}`];
}

function isNonNegativity({ kind, side, lower, upper }: Conflict): boolean {
	return kind === "column" && lower === 0 && upper > 0 && side !== "upper";
}

function repairWords({ kind, name, description, direction, amount, to }: Repair): string {
	if (kind === "column") return `give up “${description}”: ${tonnes(amount)} short`;
	const family = name.slice(0, name.indexOf("["));
	const verb = direction === "raise the upper bound" ? "raise" : "lower";
	const noun = family === "committed" ? "the commitment" : `the ${family}`;
	return `${verb} ${noun} by ${tonnes(amount)} to ${tonnes(to)}, where ${description}`;
}
