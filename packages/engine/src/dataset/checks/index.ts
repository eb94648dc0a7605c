/** Every check of a package, in the order they run. Adding one is one file and one line here. */

import type { Nearest } from "../nearest.ts";
import type { Problems } from "../problem.ts";
import type { ReadTable } from "../read-table.ts";
import { type Check, Context } from "./check.ts";
import { knownIds } from "./known-ids.ts";
import { uniqueKeys } from "./unique-keys.ts";

export const CHECKS: readonly Check[] = [uniqueKeys, knownIds];

/** Runs the checks whose tables are whole; a check left out has its reason among the problems. */
export function runChecks(
	read: ReadonlyMap<string, ReadTable>,
	problems: Problems,
	nearest: Nearest,
): void {
	const context = new Context(read, problems, nearest);
	for (const check of CHECKS) if (context.whole(check.needs)) check.run(context);
}
