/**
 * Text to records: RFC 4180 with LF, CRLF or CR line ends. Every record carries
 * the line it starts on, every fault is reported with its line, and reading goes
 * on after it. One pass, linear in the text. (`docs/decisions/csv-reader.md` says
 * why this is not a library.)
 */

export interface CsvFault {
	readonly row: number;
	/** 0-based position in the record; null = the record as a whole. */
	readonly cell: number | null;
	readonly what: string;
	readonly found?: string;
	readonly expected: string;
}

/** Longest cell that a spreadsheet can hold; anything beyond is damage. */
export const MAX_CELL = 32_767;
const MAX_CELLS = 1000;

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Calls `onRecord` for each record with its cells and its 1-based first line.
 * `cells` is reused: copy it to keep it. A cell with a fault arrives blank.
 */
export function readCsv(
	text: string,
	onRecord: (cells: readonly string[], row: number) => void,
	onFault: (fault: CsvFault) => void,
): void {
	const cells: string[] = [];
	const n = text.length;
	let i = 0;
	let line = 1;
	while (i < n) {
		const row = line;
		cells.length = 0;
		let more = true;
		while (more) {
			const quoted = text.charCodeAt(i) === QUOTE;
			let cell: string;
			if (quoted) {
				const close = closingQuote(text, i);
				if (close === -1) {
					onFault(openQuote(line, cells.length, text.slice(i, i + 200)));
					return;
				}
				cell = unquote(text, i + 1, close);
				line += lineEnds(text, i, close);
				i = close + 1;
				if (i < n && !endsCell(text.charCodeAt(i))) {
					const end = cellEnd(text, i);
					onFault(afterQuote(line, cells.length, text.slice(i, Math.min(end, i + 200))));
					i = end;
					cell = "";
				}
			} else {
				const end = cellEnd(text, i);
				cell = text.slice(i, end);
				if (cell.includes('"')) {
					onFault(strayQuote(line, cells.length, cell));
					cell = "";
				}
				i = end;
			}
			if (cell.length > MAX_CELL) {
				onFault(longCell(row, cells.length, cell));
				cell = "";
			}
			if (cells.length < MAX_CELLS) cells.push(cell);
			more = text.charCodeAt(i) === COMMA;
			if (more) i += 1;
		}
		if (cells.length === MAX_CELLS) onFault(wideRecord(row));
		i += text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF ? 2 : 1;
		line += 1;
		onRecord(cells, row);
	}
}

function endsCell(code: number): boolean {
	return code === COMMA || code === LF || code === CR;
}

function cellEnd(text: string, from: number): number {
	let i = from;
	while (i < text.length && !endsCell(text.charCodeAt(i))) i += 1;
	return i;
}

function closingQuote(text: string, open: number): number {
	let close = text.indexOf('"', open + 1);
	while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
	return close;
}

function unquote(text: string, from: number, to: number): string {
	let cell = text.slice(from, to);
	if (cell.includes('"')) cell = cell.replaceAll('""', '"');
	if (cell.includes("\r")) cell = cell.replaceAll(/\r\n?/g, "\n");
	return cell;
}

function lineEnds(text: string, from: number, to: number): number {
	let lines = 0;
	for (let i = from; i < to; i++) {
		const code = text.charCodeAt(i);
		if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) lines += 1;
	}
	return lines;
}

function openQuote(row: number, cell: number, found: string): CsvFault {
	return { row, cell, what: "quote left open", found, expected: 'a closing " before the end' };
}

function afterQuote(row: number, cell: number, found: string): CsvFault {
	return { row, cell, what: "text after a closing quote", found, expected: "a comma or line end" };
}

function strayQuote(row: number, cell: number, found: string): CsvFault {
	const expected = 'a cell in quotes with "" for each quote inside';
	return { row, cell, what: "quote inside a cell without quotes", found, expected };
}

function longCell(row: number, cell: number, found: string): CsvFault {
	return { row, cell, what: "cell too long", found, expected: `at most ${MAX_CELL} characters` };
}

function wideRecord(row: number): CsvFault {
	return { row, cell: null, what: "too many cells", expected: `fewer than ${MAX_CELLS} cells` };
}
