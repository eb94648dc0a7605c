import type { TableName } from "../load.ts";
import type { Check } from "./check.ts";

const CORE: readonly TableName[] = [
	"sources",
	"regions",
	"materials",
	"processes",
	"recipes",
	"operators",
	"facilities",
	"lines",
	"capacities",
];

export const notEmpty: Check = {
	rule: `None of ${CORE.join(", ")} is empty.`,
	needs: [],
	run(context) {
		for (const name of CORE) {
			if (context.table(name)?.rows.length !== 0) continue;
			context.report(name, 0, { what: "no rows", expected: "at least one row" });
		}
	},
};
