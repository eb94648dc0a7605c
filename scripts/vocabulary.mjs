/** The controlled vocabulary of the shipped claims as Markdown: attributes, bases, units, identities. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatProblem, loadPackage } from "@lodegrid/engine/dataset";
import { ROOT } from "./house.mjs";

export function vocabularyMarkdown() {
	const { tables } = baseline();
	const units = new Map(tables.units.map((unit) => [unit.id, unit]));
	const used = new Map();
	for (const { attribute_id, basis_id } of tables.claims)
		for (const id of [attribute_id, basis_id]) used.set(id, (used.get(id) ?? 0) + 1);
	const times = (/** @type {string} */ id) => used.get(id) ?? 0;
	return [
		"### Attributes",
		table(
			["id", "what is meant", "shown in", "kind", "parts add up", "needs a basis", "claims"],
			tables.attributes.map((row) => [
				code(row.id),
				`${row.name}. ${row.description}`,
				units.get(row.unit_id ?? "")?.symbol ?? "",
				row.kind,
				row.additive ? "yes" : "",
				row.needs_basis ? "yes" : "",
				String(times(row.id)),
			]),
		),
		"### Bases",
		table(
			["id", "what is counted", "claims"],
			tables.bases.map((row) => [
				code(row.id),
				`${row.name}. ${row.description}`,
				String(times(row.id)),
			]),
		),
		"### Units",
		table(
			["id", "name", "dimension", "in its base unit"],
			tables.units.map((row) => [code(row.id), row.name, code(row.dimension), String(row.factor)]),
		),
		"### Identities",
		table(
			["attribute", "formula", "reading", "meant"],
			tables.identities.map((row) => [
				code(row.attribute_id),
				code(row.formula),
				row.reading ?? "",
				row.meant ? "yes" : "",
			]),
		),
	].join("\n\n");
}

function baseline() {
	const folder = join(ROOT, "data", "baseline");
	const names = readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name));
	const loaded = loadPackage(
		new Map(names.map((name) => [name, readFileSync(join(folder, name))])),
	);
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join("\n"));
	return loaded.pkg;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
	const line = (/** @type {readonly string[]} */ cells) =>
		`| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** @param {string} text */
function code(text) {
	return `\`${text}\``;
}
