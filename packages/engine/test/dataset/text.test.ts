import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, firstInvalidUtf8 } from "../../src/dataset/text.ts";
import { encode } from "./packages.ts";

describe("bytes to text", () => {
	it("takes UTF-8 with and without a byte-order mark for the same text", () => {
		const plain = encode("naïve — 稀土\n");
		const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...plain]);
		expect(decodeText(plain)).toEqual({ text: "naïve — 稀土\n", findings: [] });
		expect(decodeText(marked)).toEqual(decodeText(plain));
	});

	it("names byte and line of the first byte that is not UTF-8", () => {
		const latin1 = Uint8Array.from([...encode("a\nb\ncaf"), 0xe9, 10]);
		const { text, findings } = decodeText(latin1);
		expect(text).toBeNull();
		expect(findings).toMatchObject([{ row: 3, found: "0xE9" }]);
		expect(findings[0]?.what).toContain("byte 7");
	});

	it("names byte and line of a NUL", () => {
		const { findings } = decodeText(Uint8Array.from([...encode("a\nb"), 0, 10]));
		expect(findings).toMatchObject([{ row: 2, what: "NUL byte at byte 3" }]);
	});

	it("sees text that was once decoded with the wrong encoding", () => {
		expect(decodeText(encode("a\ncafÃ©\n")).findings).toMatchObject([{ row: 2, found: "Ã©" }]);
		expect(decodeText(encode("São Tomé, Ångström, 5 °C, “quoted” – 3 × 2 €\n")).findings).toEqual(
			[],
		);
	});

	it("agrees with the platform on which bytes are UTF-8", () => {
		const lead = fc.constantFrom(0x41, 0xc3, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xc0, 0xf5, 0xff);
		const byte = fc.oneof(lead, fc.integer({ min: 0x80, max: 0xbf }));
		fc.assert(
			fc.property(fc.array(byte, { maxLength: 8 }), (values) => {
				const bytes = Uint8Array.from(values);
				const at = firstInvalidUtf8(bytes);
				const valid = (part: Uint8Array) => {
					try {
						new TextDecoder("utf-8", { fatal: true }).decode(part);
						return true;
					} catch {
						return false;
					}
				};
				expect(at === bytes.length).toBe(valid(bytes));
				expect(valid(bytes.subarray(0, at))).toBe(true);
			}),
			{ numRuns: 3000 },
		);
	});
});
