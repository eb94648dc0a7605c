import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileCell, MAX_TEXT } from "../../../src/evidence/review/hostile.ts";

test.each([
	"7,500",
	"> 50",
	"<5 t",
	"over 9,000 t",
	"R&D; cost of 3",
	"AT&T",
	"µ = 3 ± 1",
	"https://example.org/a?b=c&d=e#f",
	"Müller said “about a third”",
	"'-5 %",
	"'+12 % (estimated)",
	"-12.5",
	"-45.6 %",
	"+3e4",
	"about 1/3",
	"6% (see note)",
	"a < b",
	"on average = 3",
	"数据",
	"",
])("%j is a harmless cell", (cell) => {
	expect(hostileCell(cell)).toBeNull();
});

describe("a cell is refused that", () => {
	test.each([
		["=1+2", "formula"],
		["+1+2", "formula"],
		["-2+3+cmd|' /C calc'!A0", "formula"],
		["@SUM(A1:A9)", "formula"],
		["\t=1", "formula"],
		["\r=1", "formula"],
		[" =1", "formula"],
		["＝1+2", "formula"],
		["＠SUM(A1)", "formula"],
		['\'=HYPERLINK("http://x")', "formula"],
		["'+SUM(A1)", "formula"],
		["-5 t", "formula"],
		["<script>alert(1)</script>", "markup"],
		["a <img src=x onerror=alert(1)>", "markup"],
		["</script >", "markup"],
		["<!-- -->", "markup"],
		["</td>", "markup"],
		["&lt;script&gt;", "markup"],
		["&#60;script", "markup"],
		["javascript:alert(1)", "script"],
		["JaVa Script : alert(1)", "script"],
		["data:text/html;base64,AAAA", "script"],
		["x onerror=alert(1)", "script"],
		["{{constructor.constructor('x')()}}", "template"],
		["$\u007bjndi:ldap://x}", "template"],
		["pay \u202e000,1", "U+202E"],
		["zero\u200bwidth", "U+200B"],
		["soft\u00adhyphen", "U+00AD"],
		["bell\u0007", "U+0007"],
		["c1\u0085", "U+0085"],
		["line\u2028end", "U+2028"],
		["two\nlines", "U+000A"],
		["tag\u{e0041}", "U+E0041"],
		["x".repeat(MAX_TEXT + 1), "too long"],
	])("%j", (cell, why) => {
		expect(hostileCell(cell)?.what).toContain(why);
	});
});

test("the nearest harmless text of a refused cell is harmless", () => {
	const pieces = fc.constantFrom(
		"=",
		"+",
		"-",
		"@",
		"5",
		" %",
		"\u202e",
		"\u200b",
		"a",
		"\t",
		"(",
		"'",
	);
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
			const refusal = hostileCell(parts.join(""));
			const { nearest = null } = refusal ?? {};
			const near = typeof nearest === "function" ? nearest() : nearest;
			if (near !== null) expect([near, hostileCell(near)]).toEqual([near, null]);
		}),
	);
});
