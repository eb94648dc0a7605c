/** The data package as it is shipped with the page. */
import type { DataPackage, Problem } from "@lodegrid/engine/dataset";
import { type Packed, unpack } from "./packed.ts";

/** Fetches the package; it was checked when the page was built. */
export async function fetchPackage(): Promise<{
	readonly pkg: DataPackage;
	readonly warnings: readonly Problem[];
}> {
	const response = await fetch("/data/baseline.json");
	if (!response.ok)
		throw new Error(`The data package did not arrive (HTTP ${response.status}); reload the page.`);
	return unpack((await response.json()) as Packed);
}
