import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Sha256 } from "../../src/dataset/sha256.ts";
import { hashOf, readFolder, SMALL, withCell } from "./packages.ts";

describe("SHA-256", () => {
	it("gives the digests of FIPS 180-4", () => {
		const abc = new TextEncoder().encode("abc");
		expect(new Sha256().update(abc).hex()).toBe(
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		);
		expect(new Sha256().hex()).toBe(
			"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		);
	});

	it("agrees with the platform, however the bytes arrive", () => {
		const parts = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 });
		fc.assert(
			fc.property(parts, (chunks) => {
				const ours = new Sha256();
				const theirs = createHash("sha256");
				for (const chunk of chunks) {
					ours.update(chunk);
					theirs.update(chunk);
				}
				expect(ours.hex()).toBe(theirs.digest("hex"));
			}),
		);
	});
});

describe("the hash of a package", () => {
	const small = readFolder(SMALL);
	const hash = hashOf(small);

	it("changes with any value", () => {
		expect(hashOf(withCell(small, "lanes", 1, "freight_usd_per_t", "201"))).not.toBe(hash);
		expect(hashOf(withCell(small, "sources", 1, "note", "another"))).not.toBe(hash);
	});

	it("changes when two rows swap what they cite", () => {
		const one = withCell(small, "lanes", 2, "source_ids", "small_chain;a_open_market");
		const other = withCell(one, "lanes", 1, "source_ids", "small_chain");
		expect(
			new Set([hash, hashOf(one), hashOf(withCell(other, "lanes", 1, "confidence", "high"))]).size,
		).toBe(3);
	});

	it("does not change with the spelling of a value", () => {
		expect(hashOf(withCell(small, "lanes", 1, "freight_usd_per_t", "2.0E+02"))).toBe(hash);
		expect(hashOf(withCell(small, "sectors", 1, "defence", "TRUE"))).toBe(hash);
		const spaced = "small_chain; a_open_market";
		expect(hashOf(withCell(small, "lanes", 1, "source_ids", spaced))).toBe(hash);
	});
});
