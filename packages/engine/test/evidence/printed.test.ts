import { describe, expect, test } from "vitest";
import { claimInterval, faceValue, openUnits } from "../../src/evidence/index.ts";
import { add, divide, hull, intersects, multiply, subtract } from "../../src/evidence/interval.ts";
import { claim, ranged, small } from "./package.ts";

const units = openUnits(small.tables.units);

describe("a figure is as exact as it is printed", () => {
	test.each([
		["half a unit of the last digit", 8050, "8,050 t", 8045, 8055],
		["half of the last decimal", 0.33, "0.33 %", 0.325, 0.335],
		["zeros after the point count", 7.5, "7.50", 7.495, 7.505],
		["zeros of an integer only to 2.5 %", 8000, "8,000", 7800, 8200],
		["or less where their digit says so", 8100, "8,100", 8050, 8150],
		["by the number of its digits among several", 45, "45 of 600", 44.5, 45.5],
		["whatever scale the words give it", 8_500_000, "8.5 million", 8_450_000, 8_550_000],
		["by its own digits where the text has none", 12, "a dozen", 11.5, 12.5],
		["nothing is nothing", 0, "0", 0, 0],
	])("%s: %d printed %s", (_why, value, printed, low, high) => {
		expect(claimInterval(claim("x", { value, printed }), units)).toEqual({ low, high });
	});

	test("the unit of the row does not matter", () => {
		const t = claim("t", { value: 12, printed: "12 t", unit_id: "t" });
		const kg = claim("kg", { value: 12000, printed: "12 t", unit_id: "kg" });
		expect(claimInterval(kg, units, "t")).toEqual(claimInterval(t, units, "t"));
	});

	test("about widens to 5 % at least", () => {
		const about = (value: number) =>
			claimInterval(claim("x", { form: "about", value, printed: `some ${value}` }), units);
		expect(about(8050)).toEqual({ low: 7647.5, high: 8452.5 });
		expect(about(3)).toEqual({ low: 2.5, high: 3.5 });
	});

	test("a range printed beside the value wins over its digits", () => {
		const both = claim("x", { value: 8000, low: 7000, high: 8500 });
		expect(claimInterval(both, units)).toEqual({ low: 7000, high: 8500 });
		expect(faceValue(both, units)).toBe(8000);
	});
});

describe("what is no value never becomes one", () => {
	test.each([
		["at_least", 9000, Infinity],
		["more_than", 9000, Infinity],
		["at_most", -Infinity, 9000],
		["less_than", -Infinity, 9000],
	] as const)("%s is half of a line", (form, low, high) => {
		const bound = claim("x", { form, value: 9000 });
		expect(faceValue(bound, units)).toBeNull();
		expect(claimInterval(bound, units)).toEqual({ low, high });
	});

	test.each(["token", "words", "date"] as const)("%s says nothing about the number", (form) => {
		const silent = claim("x", { form, value: null, printed: "W" });
		expect(faceValue(silent, units)).toBeNull();
		expect(claimInterval(silent, units)).toEqual({ low: -Infinity, high: Infinity });
	});

	test("a range has its middle as face value", () => {
		expect(faceValue(ranged("x", 7500, 8500), units)).toBe(8000);
	});
});

describe("intervals", () => {
	const a = { low: -1, high: 2 };
	const b = { low: 3, high: 5 };

	test("hold every result", () => {
		expect(add(a, b)).toEqual({ low: 2, high: 7 });
		expect(subtract(a, b)).toEqual({ low: -6, high: -1 });
		expect(multiply(a, b)).toEqual({ low: -5, high: 10 });
		expect(divide(a, { low: 2, high: 4 })).toEqual({ low: -0.5, high: 1 });
		expect(hull([a, b])).toEqual({ low: -1, high: 5 });
		expect(intersects(a, b)).toBe(false);
	});

	test("with 0 in the divisor give half a line or everything", () => {
		expect(divide(b, { low: 0, high: 2 })).toEqual({ low: 1.5, high: Infinity });
		expect(divide(b, a)).toEqual({ low: -Infinity, high: Infinity });
	});

	test("with an infinite end stay numbers", () => {
		const zero = { low: 0, high: 0 };
		expect(multiply(zero, { low: 1, high: Infinity })).toEqual({ low: 0, high: 0 });
	});
});
