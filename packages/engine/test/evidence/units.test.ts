import { describe, expect, test } from "vitest";
import {
	dimensionText,
	overDimension,
	parseDimension,
	sameDimension,
	timesDimension,
} from "../../src/dataset/index.ts";
import { openUnits } from "../../src/evidence/index.ts";
import { figureOf, sameFigure } from "../../src/evidence/same-figure.ts";
import { claim, small } from "./package.ts";

const units = openUnits(small.tables.units);
const read = (text: string) => parseDimension(text) ?? new Map();

describe("dimensions", () => {
	test("are products: a price times a flow is money over time", () => {
		const product = timesDimension(read("money_usd/mass"), read("mass/time"));
		expect(dimensionText(product)).toBe("money_usd/time");
		expect(sameDimension(overDimension(product, read("money_usd")), read("1/time"))).toBe(true);
	});

	test("are the same whatever the order of their bases", () => {
		expect(sameDimension(read("time*money_usd/mass"), read("money_usd*time/mass"))).toBe(true);
		expect(sameDimension(read("mass/time"), read("mass"))).toBe(false);
	});

	test("divide by the base after the stroke only", () => {
		expect([...read("a/b*c")]).toEqual([
			["a", 1],
			["b", -1],
			["c", 1],
		]);
		expect(parseDimension("mass per year")).toBeNull();
	});
});

describe("units", () => {
	test.each([
		[50, "percent", "fraction", 0.5],
		[0.0033, "fraction", "percent", 0.33],
		[8000, "kg", "t", 8],
		[12, "t_per_month", "t_per_year", 144],
		[55, "usd_per_kg", "usd_per_t", 55000],
		[1, "million_t", "kt", 1000],
	])("%d %s is %d %s to the last digit", (value, from, to, expected) => {
		expect(units.convert(value, from, to)).toBe(expected);
	});

	test("of two dimensions do not convert, and the message names both", () => {
		expect(() => units.convert(1, "t", "t_per_year")).toThrow(
			"`t` (mass) does not convert into `t_per_year` (mass/time)",
		);
		expect(() => units.convert(1, "cny_per_kg", "usd_per_kg")).toThrow(RangeError);
	});

	test("that do not exist are answered with the nearest", () => {
		expect(() => units.row("percnt")).toThrow("no unit `percnt`; nearest is `percent`");
	});
});

test("the same number is the same figure in one dimension only, and a bound is no value", () => {
	const figure = (unit_id: string, value: number, form: "exact" | "at_least" = "exact") =>
		figureOf(claim("x", { unit_id, value, form }), units);
	const dollars = figure("usd_per_kg", 55);
	expect(sameFigure(dollars, figure("usd_per_t", 55_000))).toBe(true);
	expect(sameFigure(dollars, figure("cny_per_kg", 55))).toBe(false);
	expect(sameFigure(dollars, figure("usd_per_kg", 55, "at_least"))).toBe(false);
});
