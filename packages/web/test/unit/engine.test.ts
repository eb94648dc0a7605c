import type { DataPackage } from "@lodegrid/engine/dataset";
import { describe, expect, it } from "vitest";
import { raise, signalOf } from "../../src/engine/flag.ts";
import { pack, unpack } from "../../src/engine/packed.ts";

describe("on the way to the worker", () => {
	it("a raised flag reads as an aborted signal", () => {
		const flag = new Int32Array(new SharedArrayBuffer(4));
		const signal = signalOf(flag);
		expect(signal.aborted).toBe(false);
		signal.throwIfAborted();
		raise(flag);
		expect(signal.aborted).toBe(true);
		expect(() => signal.throwIfAborted()).toThrow("Stopped");
	});

	it("a package is packed and unpacked to the same rows, gaps included", () => {
		const pkg = {
			name: "p",
			version: "1",
			hash: "h",
			tables: {
				regions: [
					{ id: "USA", name: "United States", latitude: 40, note: null },
					{ id: "CHN", name: "China", latitude: 35, note: "x" },
				],
				lanes: [],
			},
		} as unknown as DataPackage;
		const sent = JSON.parse(JSON.stringify(pack(pkg, [])));
		expect(unpack(sent)).toEqual({ pkg, warnings: [] });
	});
});
