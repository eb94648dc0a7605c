import { describe, expect, test } from "vitest";
import { chainLike } from "../../../../bench/instances/chain-like.ts";
import { openSolver } from "../../src/lp/index.ts";
import { plain, solver } from "./helpers.ts";

const model = chainLike({
	regions: 6,
	materials: 18,
	linesPerMaterialAndRegion: 1,
	lanesPerMaterialAndRegion: 2,
	periods: 3,
});
const busiest = (values: Float64Array, family: string) => {
	const { first, count } = model.columnFamilies.find((f) => f.family === family) as {
		first: number;
		count: number;
	};
	let best = first;
	for (let j = first; j < first + count; j++)
		if ((values[j] as number) > (values[best] as number)) best = j;
	return best;
};

describe("changing a model and solving again", () => {
	test("closing the busiest line: warm equals cold, in fewer iterations", () => {
		using warm = solver.open(model);
		const base = warm.solve();
		const line = Int32Array.of(busiest(base.colValue, "activity"));
		const zero = new Float64Array(1);
		warm.changeColumnBounds(line, zero, zero);
		const again = warm.solve();

		using cold = solver.open(model);
		cold.changeColumnBounds(line, zero, zero);
		const fresh = cold.solve({ method: "ipm" });

		expect(again.objective).toBeGreaterThan(base.objective);
		expect(again.objective).toBeCloseTo(fresh.objective, 3);
		expect(again.colValue[line[0] as number]).toBe(0);
		expect(again.iterations).toBeLessThan(base.iterations);
		expect(warm.model.colUpper[line[0] as number]).toBe(0);
		expect(model.colUpper[line[0] as number]).toBe(Infinity);
	});

	test("costs and row bounds can be changed and put back", () => {
		using session = solver.open(model);
		const base = session.solve();
		const line = busiest(base.colValue, "activity");
		const row = model.findRow(`unit[${model.columnName(line).slice("activity[".length, -1)}]`);
		const was = model.rowUpper[row] as number;
		session.changeCosts(Int32Array.of(line), Float64Array.of(1e7));
		session.changeRowBounds(
			Int32Array.of(row),
			Float64Array.of(-Infinity),
			Float64Array.of(was * 2),
		);
		expect(session.solve().objective).not.toBeCloseTo(base.objective, 0);
		session.changeCosts(Int32Array.of(line), Float64Array.of(model.cost[line] as number));
		session.changeRowBounds(Int32Array.of(row), Float64Array.of(-Infinity), Float64Array.of(was));
		expect(session.solve().objective / base.objective).toBeCloseTo(1, 9);
	});

	test("a basis saved is a basis restored: no iterations are left to do", () => {
		using first = solver.open(model);
		const base = first.solve({ method: "ipm" });
		const basis = first.getBasis();
		expect(basis).not.toBeNull();
		using second = solver.open(model);
		expect(second.getBasis()).toBeNull();
		second.setBasis(basis);
		const result = second.solve();
		expect(result).toMatchObject({ status: "optimal", method: "simplex", iterations: 0 });
		expect(result.objective / base.objective).toBeCloseTo(1, 12);
		second.setBasis(null);
		expect(second.getBasis()).toBeNull();
	});

	test("after interior point, a changed model is re-solved by simplex from the basis it left", () => {
		using session = solver.open(model);
		const base = session.solve({ method: "ipm" });
		const line = Int32Array.of(busiest(base.colValue, "activity"));
		session.changeColumnBounds(line, new Float64Array(1), new Float64Array(1));
		expect(session.getBasis()).not.toBeNull();
		const again = session.solve();
		expect(again.method).toBe("simplex");
		using cold = solver.open(model);
		cold.changeColumnBounds(line, new Float64Array(1), new Float64Array(1));
		const fresh = cold.solve({ method: "simplex" });
		expect(again.objective / fresh.objective).toBeCloseTo(1, 9);
		expect(again.iterations).toBeLessThan(fresh.iterations / 5);
	});

	test("nothing to change is nothing done", () => {
		using session = solver.open(model);
		session.changeCosts(new Int32Array(), new Float64Array());
		session.changeRowBounds(new Int32Array(), new Float64Array(), new Float64Array());
		session.changeColumnBounds(new Int32Array(), new Float64Array(), new Float64Array());
		expect(session.solve().status).toBe("optimal");
	});
});

describe("stopping early", () => {
	const big = chainLike({
		regions: 12,
		materials: 36,
		linesPerMaterialAndRegion: 1,
		lanesPerMaterialAndRegion: 3,
		periods: 4,
	});

	test("a time limit ends the solve and says so", () => {
		const result = solver.solve(big, { method: "simplex", timeLimitSeconds: 0.05 });
		expect(result.status).toBe("time limit");
		expect(result.seconds).toBeLessThan(5);
	});

	test("a signal already raised means no solve at all", () => {
		const result = solver.solve(big, { signal: AbortSignal.abort() });
		expect(result).toMatchObject({ status: "cancelled", hasSolution: false, seconds: 0 });
	});

	for (const method of ["simplex", "ipm"] as const)
		test(`shared memory set during a ${method} solve stops it`, () => {
			const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
			let seen = 0;
			const result = solver.solve(big, {
				method,
				cancelFlag,
				onProgress: ({ done }) => {
					seen = done;
					if (done >= 3) Atomics.store(cancelFlag, 0, 1);
				},
			});
			expect(result.status).toBe("cancelled");
			expect(seen).toBeGreaterThanOrEqual(3);
		});

	test("the model can be solved to the end after a cancelled solve", () => {
		using session = solver.open(model);
		let stop = true;
		const signal = {
			get aborted() {
				return stop;
			},
		};
		expect(session.solve({ signal }).status).toBe("cancelled");
		stop = false;
		expect(session.solve({ signal }).status).toBe("optimal");
	});

	test("progress of a solve is told with its task", () => {
		const tasks = new Set<string>();
		solver.solve(big, { method: "ipm", onProgress: ({ task }) => tasks.add(task) });
		expect([...tasks]).toContain("interior-point iterations");
	});
});

describe("memory", () => {
	test("two hundred solves do not grow the solver's memory", async () => {
		using own = await openSolver();
		for (let k = 0; k < 20; k++) own.solve(model);
		const after20 = own.memoryBytes;
		for (let k = 0; k < 180; k++) own.solve(model);
		expect(own.memoryBytes).toBe(after20);
	});

	test("a disposed model refuses work, and disposing twice is harmless", () => {
		const session = solver.open(plain([{ name: "x", cost: 1 }], []));
		session.dispose();
		session.dispose();
		expect(() => session.solve()).toThrow(/dispos/i);
	});

	test("disposing the solver disposes what it still holds", async () => {
		const own = await openSolver();
		const session = own.open(model);
		own.dispose();
		expect(() => session.solve()).toThrow(/dispos/i);
	});
});
