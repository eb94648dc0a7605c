import { type Dimension, parseDimension, sameDimension, timesDimension } from "../dimension.ts";
import type { Check, Context, TableRow } from "./check.ts";
import { boundUnit, keyFinder } from "./parameter-cells.ts";

type Parameter = TableRow<"parameters">;
type Unit = TableRow<"units">;

const YEAR: Dimension = new Map([["time", 1]]);
const SAME_FACTOR_WITHIN = 1e-6;

export const parameterUnits: Check = {
	rule: "The unit of a parameter fits its attribute, and without a factor it is the unit of the model's number (t for a year's t/yr).",
	needs: ["units", "attributes", "parameters"],
	run(context) {
		const units = new Map([...context.rows("units")].map(([, row]) => [row.id, row]));
		const attributes = new Map([...context.rows("attributes")].map(([, row]) => [row.id, row]));
		const keys = keyFinder(context);
		for (const [index, row] of context.rows("parameters")) {
			const own = units.get(row.unit_id);
			if (own === undefined) continue;
			const shown = units.get(attributes.get(row.attribute_id)?.unit_id ?? "");
			const wanted = modelUnit(boundUnit(row, keys), units);
			if (shown === undefined) report(context, index, row, "the attribute has no unit", "none");
			else if (!fits(own, shown, false))
				report(context, index, row, `unit of another dimension, ${own.dimension}`, shown.id);
			else if (row.factor === null && row.rule !== "override" && wanted !== null) {
				const scaled = Math.abs(own.factor / wanted.factor - 1) > SAME_FACTOR_WITHIN;
				if (scaled || !fits(own, wanted, true))
					report(context, index, row, "not the unit of the model's number", wanted.id);
			}
		}
	},
};

function report(
	context: Context,
	index: number,
	row: Parameter,
	what: string,
	nearest: string,
): void {
	const expected =
		nearest === "none"
			? "an attribute that is counted"
			: `a unit of one dimension with ${nearest}, or a factor that says how many of the model's a unit is`;
	context.report("parameters", index, {
		column: nearest === "none" ? "attribute_id" : "unit_id",
		what,
		found: nearest === "none" ? row.attribute_id : row.unit_id,
		expected,
		nearest: nearest === "none" ? null : nearest,
	});
}

/** A figure of a year may be t where the other counts t a year. */
function fits(a: Unit, b: Unit, overYears: boolean): boolean {
	const [of, other] = [parseDimension(a.dimension), parseDimension(b.dimension)];
	if (of === null || other === null) return true;
	if (sameDimension(of, other)) return true;
	if (!overYears) return false;
	return (
		sameDimension(timesDimension(of, YEAR), other) || sameDimension(of, timesDimension(other, YEAR))
	);
}

/** The unit row that a column's unit in words stands for; null where the package has none. */
function modelUnit(words: string | null, units: ReadonlyMap<string, Unit>): Unit | null {
	if (words === null) return null;
	const plain = words.replace(" reference flow", "").replace(/^t( oxide)?\/t( REO)?$/, "fraction");
	const found = [...units.values()].find(({ id, symbol }) => id === plain || symbol === plain);
	return found ?? null;
}
