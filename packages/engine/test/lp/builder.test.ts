import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lpBuilder } from "../../src/lp/index.ts";

const family = (name: string, count: number) => ({
	family: name,
	count,
	unit: "t",
	labelOf: (k: number) => `m${k}`,
});

describe("building a model", () => {
	test("entries land in their column, rows ascending, repeats added, zeros left out", () => {
		const lp = lpBuilder("m");
		lp.columns(family("x", 3));
		lp.rows(family("r", 3));
		lp.entry(2, 1, 5);
		lp.entry(0, 1, 1);
		lp.entry(2, 1, 0.5);
		lp.entry(1, 0, 3);
		lp.entry(1, 0, -3);
		lp.entry(0, 2, 7);
		const { starts, indices, values } = lp.build();
		expect([...starts]).toEqual([0, 0, 2, 3]);
		expect([...indices]).toEqual([0, 2, 0]);
		expect([...values]).toEqual([1, 5.5, 7]);
	});

	test("any order of entries gives the same arrays", () => {
		const entry = fc.tuple(fc.nat(5), fc.nat(7), fc.integer({ min: -9, max: 9 }));
		fc.assert(
			fc.property(
				fc.array(entry, { maxLength: 60 }),
				fc.infiniteStream(fc.nat()),
				(entries, keys) => {
					const shuffled = entries
						.map((e) => ({ e, key: keys.next().value as number }))
						.sort((a, b) => a.key - b.key)
						.map(({ e }) => e);
					const build = (list: typeof entries) => {
						const lp = lpBuilder("m");
						lp.columns(family("x", 8));
						lp.rows(family("r", 6));
						for (const [i, j, v] of list) lp.entry(i, j, v);
						const { starts, indices, values } = lp.build();
						return { starts, indices, values };
					};
					const dense = new Map<string, number>();
					for (const [i, j, v] of entries)
						dense.set(`${i},${j}`, (dense.get(`${i},${j}`) ?? 0) + v);
					const model = build(entries);
					expect(model).toEqual(build(shuffled));
					expect(model.values.length).toBe([...dense.values()].filter((v) => v !== 0).length);
				},
			),
			{ numRuns: 200 },
		);
	});

	test("names are asked for only when wanted, and found again", () => {
		let asked = 0;
		const lp = lpBuilder("m");
		const labelOf = (k: number) => {
			asked++;
			return `k${k}`;
		};
		lp.columns({ ...family("a", 4), labelOf });
		lp.columns({ ...family("none", 0), labelOf });
		lp.columns({ ...family("b", 3), labelOf });
		lp.rows({ family: "total", count: 1, unit: "t", labelOf: () => "" });
		const model = lp.build();
		expect(asked).toBe(0);
		expect(model.columnName(3)).toBe("a[k3]");
		expect(model.columnName(4)).toBe("b[k0]");
		expect(model.rowName(0)).toBe("total");
		expect(asked).toBe(2);
		expect(model.findColumn("b[k2]")).toBe(6);
		expect(model.findColumn("c[k2]")).toBe(-1);
		expect(model.findRow("total")).toBe(0);
		expect(() => model.columnName(7)).toThrow("no row or column 7");
	});

	test("integer columns keep their places beside later continuous ones", () => {
		const lp = lpBuilder("m");
		lp.columns(family("a", 2));
		lp.columns({ ...family("b", 2), integer: true });
		lp.columns(family("c", 1));
		expect([...(lp.build().integer as Uint8Array)]).toEqual([0, 0, 1, 1, 0]);
	});

	test("bad numbers are refused with the name of their row and column", () => {
		const start = () => {
			const lp = lpBuilder("m");
			lp.columns(family("x", 2));
			lp.rows(family("r", 2));
			return lp;
		};
		const refuse = (change: (lp: ReturnType<typeof start>) => void) => () => {
			const lp = start();
			change(lp);
			lp.build();
		};
		expect(refuse((lp) => lp.entry(1, 0, Number.NaN))).toThrow("r[m1], x[m0]: coefficient NaN");
		expect(refuse((lp) => lp.entry(0, 0, Infinity))).toThrow("r[m0], x[m0]: coefficient Infinity");
		expect(refuse((lp) => lp.entry(2, 0, 1))).toThrow("row 2, column 0 of 2 × 2");
		expect(refuse((lp) => lp.cost(1, Number.NaN))).toThrow("x[m1]: cost NaN");
		expect(refuse((lp) => lp.columnBounds(0, Number.NaN, 1))).toThrow("x[m0]: lower bound NaN");
		expect(refuse((lp) => lp.rowBounds(1, 0, -Infinity))).toThrow("r[m1]: upper bound -Infinity");
		expect(refuse((lp) => lp.cost(2, 1))).toThrow("index 2");
		expect(() => lpBuilder("m").columns(family("x", -1))).toThrow("x: count -1");
	});
});
