/** A Markdown table; numbers to three significant digits, large ones in full. */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
	const align = header.map((_, k) => (typeof rows[0]?.[k] === "number" ? "---:" : "---"));
	const line = (cells: readonly Cell[]) => `| ${cells.map(show).join(" | ")} |`;
	return [line(header), line(align), ...rows.map(line)].join("\n");
}

export type Cell = string | number;

function show(cell: Cell): string {
	if (typeof cell === "string") return cell;
	if (Number.isInteger(cell) || Math.abs(cell) >= 1000)
		return Math.round(cell).toLocaleString("en-US");
	return Number(cell.toPrecision(3)).toString();
}
