/** A table for a terminal: columns as wide as they need, the widest text column gives way. */

export interface ColumnLayout {
	readonly title: string;
	readonly align?: "left" | "right";
}

export function textTable(
	columns: readonly ColumnLayout[],
	rows: readonly (readonly string[])[],
	width = 80,
): string {
	const widths = columns.map((column, i) =>
		Math.max(length(column.title), ...rows.map((row) => length(row[i] ?? ""))),
	);
	const gaps = 2 * (columns.length - 1);
	while (sum(widths) + gaps > width) {
		const widest = widths.indexOf(Math.max(...widths));
		if ((widths[widest] ?? 0) <= 8) break;
		widths[widest] = (widths[widest] ?? 0) - 1;
	}
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, i) => pad(clip(cell, widths[i] ?? 0), widths[i] ?? 0, columns[i]?.align))
			.join("  ")
			.trimEnd();
	const rule = widths.map((w) => "─".repeat(w)).join("  ");
	return [line(columns.map((column) => column.title)), rule, ...rows.map(line)].join("\n");
}

function clip(text: string, width: number): string {
	return length(text) <= width ? text : `${[...text].slice(0, width - 1).join("")}…`;
}

function pad(text: string, width: number, align: "left" | "right" = "left"): string {
	const space = " ".repeat(Math.max(0, width - length(text)));
	return align === "left" ? text + space : space + text;
}

function length(text: string): number {
	return [...text].length;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
