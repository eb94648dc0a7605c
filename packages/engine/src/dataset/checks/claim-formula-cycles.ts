import type { Check } from "./check.ts";

export const claimFormulaCycles: Check = {
	rule: "No claim follows from itself over the formulas of others.",
	needs: [],
	run(context) {
		const inputs = new Map<string, readonly string[]>();
		const lines = new Map<string, number>();
		for (const [index, { id, formula }] of context.rows("claims")) {
			lines.set(id, index);
			inputs.set(id, formula?.match(/[a-z]\w*/gi) ?? []);
		}
		const done = new Set<string>();
		for (const id of inputs.keys()) {
			const circle = circleFrom(id, inputs, done);
			if (circle === null) continue;
			context.report("claims", lines.get(circle[0] as string) as number, {
				column: "formula",
				what: "claims follow from each other in a circle",
				found: circle.join(" > "),
				expected: "a formula over claims that do not rest on this one",
			});
		}
	},
};

/** Depth first without recursion: a chain may be as long as the table. */
function circleFrom(
	start: string,
	inputs: ReadonlyMap<string, readonly string[]>,
	done: Set<string>,
): string[] | null {
	if (done.has(start)) return null;
	const way = [{ id: start, next: 0 }];
	const on = new Set([start]);
	for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
		const input = (inputs.get(top.id) ?? [])[top.next++];
		if (input === undefined) {
			done.add(top.id);
			on.delete(top.id);
			way.pop();
		} else if (on.has(input)) {
			const from = way.findIndex(({ id }) => id === input);
			const circle = way.slice(from).map(({ id }) => id);
			for (const { id } of way) done.add(id);
			return [...circle, input];
		} else if (inputs.has(input) && !done.has(input)) {
			way.push({ id: input, next: 0 });
			on.add(input);
		}
	}
	return null;
}
