import type { CellRefusal, Column } from "../../dataset/index.ts";
import { parseFormula } from "../checks/index.ts";
import { hostileCell, withoutApostrophe } from "./hostile.ts";

/** What a cell of an import is refused for: hostile text, and formulas that are no arithmetic. */
export function refuseCell(raw: string, column: Column): CellRefusal | null {
	const hostile = hostileCell(raw);
	if (hostile !== null || column.name !== "formula" || raw.trim() === "") return hostile;
	const parsed = parseFormula(withoutApostrophe(raw));
	if (parsed.ok) return null;
	return {
		what: `no arithmetic over claims: ${parsed.reason} (character ${parsed.at})`,
		found: raw,
		expected: "ids of claims and numbers with + - * / ^ ( ), min, max and sum",
	};
}
