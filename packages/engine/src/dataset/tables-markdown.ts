/** The documentation of a package's tables, generated from their declarations. */

import { packageRules } from "./checks/index.ts";
import { type Column, PROVENANCE, type Table } from "./table.ts";
import { TABLES } from "./tables/index.ts";

/**
 * Every table, column and rule as Markdown, for `docs/data.md`. The provenance
 * columns, the same in all tables, are described once after them.
 */
export function tablesMarkdown(): string {
	const provenance = new Set<string>(PROVENANCE.map((column) => column.name));
	const sections = Object.values(TABLES).map((table: Table) => {
		const cited = PROVENANCE.every((own) => table.columns.some((c) => c.name === own.name));
		const columns = cited ? table.columns.filter((c) => !provenance.has(c.name)) : table.columns;
		const key = table.primaryKey.map((name) => `\`${name}\``).join(", ");
		const tail = cited ? " Ends with the provenance columns." : "";
		return [
			`### ${table.title} (\`${table.name}.csv\`)`,
			`${table.description} Key: ${key}.${tail}`,
			columnsTable(columns),
		].join("\n\n");
	});
	const last = ["### Provenance columns", columnsTable(PROVENANCE)].join("\n\n");
	const rules = packageRules().map((rule) => `- ${rule}`);
	const checked = ["### What is checked when a package loads", rules.join("\n")].join("\n\n");
	return `${[...sections, last, checked].join("\n\n")}\n`;
}

function columnsTable(columns: readonly Column[]): string {
	const rows = columns.map((column) => {
		const type = column.values === undefined ? column.type : column.values.join(", ");
		const blank = column.optional === true ? "yes" : "no";
		const to = (column.references ?? []).map((target) => `\`${target}\``).join(" or ");
		const cells = [`\`${column.name}\``, type, column.unit ?? "", blank, column.description, to];
		return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	});
	return [
		"| column | type or values | unit | may be blank | meaning | refers to |",
		"|---|---|---|---|---|---|",
		...rows,
	].join("\n");
}
