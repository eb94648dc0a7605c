import { describe, expect, it } from "vitest";
import { exact, number, percent, quantity } from "../../src/lib/format.ts";

const plain = (text: string) => text.replaceAll("\u202f", " ").replaceAll("\u00a0", " ");

describe("numbers as the app prints them", () => {
	it.each([
		[57_412.3, "57 400"],
		[0.012_34, "0.0123"],
		[1234, "1 230"],
		[999.6, "1 000"],
		[2.0, "2"],
		[-41.27, "−41.3"],
		[0, "0"],
		[1e-15, "0"],
		[1.5e9, "1 500 000 000"],
	])("%d has three significant digits and spaced thousands: %s", (value, text) => {
		expect(plain(number(value))).toBe(text);
	});

	it("a gap is the word unknown, not a zero", () => {
		expect(number(null)).toBe("unknown");
		expect(quantity(undefined, "t")).toBe("unknown");
		expect(percent(Number.NaN)).toBe("unknown");
	});

	it.each([
		[0.0312, "3.1 %"],
		[1, "100 %"],
		[0.0004, "<0.1 %"],
		[0, "0 %"],
		[9.34, "934 %"],
		[12.4, "12 ×"],
	])("a share of %d reads %s", (share, text) => {
		expect(plain(percent(share)).replace("< ", "<")).toBe(text);
	});

	it("the hover text keeps every digit and the unit", () => {
		expect(plain(exact(57_412.34, "t"))).toBe("57 412.34 t");
	});
});
