import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dualityGap, type LpModel, lpBuilder } from "../../src/lp/index.ts";
import { solver } from "./helpers.ts";

/** Nodes on a ring with random extra lanes, random supply limits, and demands that may go short. */
interface Network {
	readonly supply: readonly number[];
	readonly demand: readonly number[];
	readonly lanes: readonly {
		from: number;
		to: number;
		cost: number;
		limit: number;
		yield: number;
	}[];
	readonly penalty: number;
}

const NODES = 6;
const quantity = fc.integer({ min: 0, max: 500 }).map((q) => q / 10);
const networks: fc.Arbitrary<Network> = fc.record({
	supply: fc.array(quantity, { minLength: NODES, maxLength: NODES }),
	demand: fc.array(quantity, { minLength: NODES, maxLength: NODES }),
	lanes: fc.array(
		fc.record({
			from: fc.nat(NODES - 1),
			to: fc.nat(NODES - 1),
			cost: quantity,
			limit: quantity,
			yield: fc.integer({ min: 50, max: 100 }).map((y) => y / 100),
		}),
		{ minLength: 3, maxLength: 20 },
	),
	penalty: fc.integer({ min: 100, max: 1_000_000 }),
});

function build(net: Network, order: readonly number[] = net.lanes.map((_, k) => k)): LpModel {
	const lp = lpBuilder("net");
	const node = (family: string) => ({ family, count: NODES, unit: "t", labelOf: String });
	const balance = lp.rows({ ...node("balance"), equals: 0 });
	const need = lp.rows(node("need"));
	const flow = lp.columns({ family: "flow", count: net.lanes.length, unit: "t", labelOf: String });
	const take = lp.columns(node("supply"));
	const give = lp.columns(node("delivered"));
	const lack = lp.columns({ ...node("shortage"), cost: net.penalty });
	for (let n = 0; n < NODES; n++) {
		lp.columnBounds(take + n, 0, net.supply[n] as number);
		lp.rowBounds(need + n, net.demand[n] as number, Infinity);
		lp.entry(balance + n, take + n, 1);
		lp.entry(balance + n, give + n, -1);
		lp.entry(need + n, give + n, 1);
		lp.entry(need + n, lack + n, 1);
	}
	order.forEach((k, place) => {
		const lane = net.lanes[k] as Network["lanes"][number];
		lp.cost(flow + place, lane.cost);
		lp.columnBounds(flow + place, 0, lane.limit);
		lp.entry(balance + lane.from, flow + place, -1);
		lp.entry(balance + lane.to, flow + place, lane.yield);
	});
	return lp.build();
}

const near = (a: number, b: number) =>
	Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a), Math.abs(b));

describe("what holds for every network", () => {
	test("the duals prove the optimum: strong duality within 1e-7, nothing infeasible", () => {
		fc.assert(
			fc.property(networks, fc.constantFrom("simplex" as const, "ipm" as const), (net, method) => {
				const model = build(net);
				const proof = dualityGap(model, solver.solve(model, { method }));
				expect(proof.gap).toBeLessThan(1e-7);
				expect(proof.primalInfeasibility).toBeLessThan(1e-6);
				expect(proof.dualInfeasibility).toBeLessThan(1e-6);
			}),
			{ numRuns: 150 },
		);
	});

	test("one more tonne of anything never raises the cost", () => {
		fc.assert(
			fc.property(networks, fc.nat(), quantity, (net, pick, more) => {
				const model = build(net);
				using session = solver.open(model);
				const before = session.solve().objective;
				const j = pick % (net.lanes.length + NODES);
				session.changeColumnBounds(
					Int32Array.of(j),
					Float64Array.of(0),
					Float64Array.of((model.colUpper[j] as number) + more),
				);
				const after = session.solve().objective;
				expect(after).toBeLessThanOrEqual(before + 1e-7 * Math.max(1, Math.abs(before)));
			}),
			{ numRuns: 150 },
		);
	});

	test("all money times k makes the objective times k", () => {
		fc.assert(
			fc.property(networks, fc.integer({ min: 1, max: 1000 }), (net, k) => {
				const scaled: Network = {
					...net,
					penalty: net.penalty * k,
					lanes: net.lanes.map((lane) => ({ ...lane, cost: lane.cost * k })),
				};
				const once = solver.solve(build(net)).objective;
				expect(near(solver.solve(build(scaled)).objective, k * once)).toBe(true);
			}),
			{ numRuns: 100 },
		);
	});

	test("the order in which lanes are written changes nothing", () => {
		fc.assert(
			fc.property(networks, fc.infiniteStream(fc.nat()), (net, keys) => {
				const order = net.lanes
					.map((_, k) => ({ k, key: keys.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ k }) => k);
				const one = solver.solve(build(net)).objective;
				expect(near(solver.solve(build(net, order)).objective, one)).toBe(true);
			}),
			{ numRuns: 100 },
		);
	});

	test("any run of changes, re-solved warm each time, costs what a cold solve says", () => {
		const change = fc.record({
			what: fc.constantFrom("column", "row", "cost" as const),
			at: fc.nat(),
			value: quantity,
		});
		fc.assert(
			fc.property(networks, fc.array(change, { minLength: 1, maxLength: 8 }), (net, changes) => {
				const model = build(net);
				using warm = solver.open(model);
				warm.solve();
				for (const { what, at, value } of changes) {
					const one = (n: number) => Int32Array.of(at % n);
					const [zero, to] = [Float64Array.of(0), Float64Array.of(value)];
					if (what === "column") warm.changeColumnBounds(one(net.lanes.length + NODES), zero, to);
					else if (what === "cost") warm.changeCosts(one(model.columnCount), to);
					else {
						const row = Int32Array.of(NODES + (at % NODES));
						warm.changeRowBounds(row, to, Float64Array.of(Infinity));
					}
					const result = warm.solve();
					expect(near(result.objective, solver.solve(warm.model).objective)).toBe(true);
					expect(dualityGap(warm.model, result).gap).toBeLessThan(1e-7);
				}
			}),
			{ numRuns: 100 },
		);
	});

	test("a price is never of the wrong sign", () => {
		fc.assert(
			fc.property(networks, (net) => {
				const model = build(net);
				const { rowDual, colDual, colValue } = solver.solve(model);
				for (let n = 0; n < NODES; n++) {
					expect(rowDual[n + NODES]).toBeGreaterThanOrEqual(-1e-7);
					expect(rowDual[n + NODES]).toBeLessThanOrEqual(net.penalty + 1e-7);
				}
				for (let j = 0; j < net.lanes.length; j++) {
					const value = colValue[j] as number;
					const inside = value > 1e-7 && value < (model.colUpper[j] as number) - 1e-7;
					if (inside) expect(Math.abs(colDual[j] as number)).toBeLessThan(1e-6);
				}
			}),
			{ numRuns: 100 },
		);
	});
});
