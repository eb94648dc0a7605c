import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenarioKey, scenarioOf } from "../../src/scenario/scenario.ts";
import { DEFAULT_VIEW, readBlocs, readView, writeBlocs } from "../../src/scenario/view.ts";

describe("the address of a view", () => {
	it("is read back to the same view", () => {
		const view = readView({ home: "JPN", year: 2030, blocs: "VNM.allied~IND.rival", tab: "table" });
		expect(readView(view)).toEqual(view);
		expect(view.blocs).toBe("IND.rival~VNM.allied");
	});

	it("whatever stands in it gives a view that the engine can be asked about", () => {
		fc.assert(
			fc.property(
				fc.record(
					Object.fromEntries(
						Object.keys(DEFAULT_VIEW).map((key) => [key, fc.anything()]),
					) as Record<keyof typeof DEFAULT_VIEW, fc.Arbitrary<unknown>>,
					{ requiredKeys: [] },
				),
				(raw) => {
					const view = readView(raw);
					expect(readView(view)).toEqual(view);
					const { homeRegion, start, periods } = scenarioOf(view);
					expect(homeRegion).toMatch(/^[A-Z]/);
					expect(start).toMatch(/^\d{4}-01-01$/);
					expect(periods).toEqual([1]);
				},
			),
		);
	});

	it("blocs survive writing and reading", () => {
		const blocs = { CHN: "neutral", MYS: "rival" } as const;
		expect(readBlocs(writeBlocs(blocs))).toEqual(blocs);
	});

	it("what changes the flows changes the key, what only changes the picture does not", () => {
		const key = scenarioKey(DEFAULT_VIEW);
		expect(scenarioKey({ ...DEFAULT_VIEW, home: "JPN" })).not.toBe(key);
		expect(scenarioKey({ ...DEFAULT_VIEW, closed: "rival" })).not.toBe(key);
		expect(scenarioKey(readView({ product: "smco_magnet", tab: "table" }))).toBe(key);
	});
});
