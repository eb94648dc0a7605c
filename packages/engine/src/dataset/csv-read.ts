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

/**
 * Calls `onRecord` for each record with its cells and its 1-based first line.
 * A cell with a fault arrives blank.
 */
export function readCsv(
	text: string,
	onRecord: (cells: readonly string[], row: number) => void,
	onFault: (fault: CsvFault) => void,
): void {
	new CsvReader(text, onFault).read(onRecord);
}

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

class CsvReader {
	readonly #text: string;
	readonly #onFault: (fault: CsvFault) => void;
	readonly #nextQuote: Finder;
	readonly #nextReturn: Finder;
	#cells: string[] = [];
	#at = 0;
	#line = 1;
	/** First line of the record being read. */
	#row = 1;

	constructor(text: string, onFault: (fault: CsvFault) => void) {
		this.#text = text;
		this.#onFault = onFault;
		this.#nextQuote = new Finder(text, '"');
		this.#nextReturn = new Finder(text, "\r");
	}

	read(onRecord: (cells: readonly string[], row: number) => void): void {
		while (this.#at < this.#text.length) {
			this.#row = this.#line;
			if (!this.#simpleRecord()) {
				this.#cells = [];
				if (!this.#record()) return;
			}
			if (this.#cells.length >= MAX_CELLS) {
				const expected = `fewer than ${MAX_CELLS} cells`;
				this.#onFault({ row: this.#row, cell: null, what: "too many cells", expected });
			}
			onRecord(this.#cells, this.#row);
		}
	}

	/** Most records have no quote and end in LF or CRLF: split at once, several times as fast. */
	#simpleRecord(): boolean {
		const end = this.#text.indexOf("\n", this.#at);
		if (end === -1 || end - this.#at > MAX_CELL || this.#nextQuote.from(this.#at) < end)
			return false;
		const cr = this.#nextReturn.from(this.#at);
		if (cr < end - 1) return false;
		this.#cells = this.#text.slice(this.#at, Math.min(end, cr)).split(",", MAX_CELLS);
		this.#at = end + 1;
		this.#line += 1;
		return true;
	}

	/** False when a quote is left open: nothing after it can be told apart. */
	#record(): boolean {
		const text = this.#text;
		for (;;) {
			const cell = text.charCodeAt(this.#at) === QUOTE ? this.#quotedCell() : this.#plainCell();
			if (cell === null) return false;
			if (this.#cells.length < MAX_CELLS) this.#cells.push(cell);
			if (text.charCodeAt(this.#at) !== COMMA) break;
			this.#at += 1;
		}
		this.#at += text.charCodeAt(this.#at) === CR && text.charCodeAt(this.#at + 1) === LF ? 2 : 1;
		this.#line += 1;
		return true;
	}

	#plainCell(): string {
		const end = cellEnd(this.#text, this.#at);
		const cell = this.#text.slice(this.#at, end);
		this.#at = end;
		if (cell.length > MAX_CELL) return this.#tooLong(cell, cell.length);
		if (!cell.includes('"')) return cell;
		const expected = 'a cell in quotes, with "" for each quote inside';
		return this.#fault("quote inside a cell without quotes", cell, expected);
	}

	#quotedCell(): string | null {
		const text = this.#text;
		const open = this.#at;
		const close = closingQuote(text, open);
		if (close === -1) {
			this.#fault(
				"quote left open",
				text.slice(open, open + 200),
				'a closing " before the end',
				this.#line,
			);
			return null;
		}
		const line = this.#line;
		this.#line += lineEnds(text, open, close);
		this.#at = close + 1;
		if (this.#at < text.length && !endsCell(text.charCodeAt(this.#at))) {
			this.#at = cellEnd(text, this.#at);
			const rest = text.slice(close + 1, Math.min(this.#at, close + 200));
			return this.#fault("text after a closing quote", rest, "a comma or line end", line);
		}
		if (close - open > 2 * MAX_CELL + 2)
			return this.#tooLong(text.slice(open, open + 200), close - open);
		const cell = unquote(text.slice(open + 1, close));
		return cell.length > MAX_CELL ? this.#tooLong(cell, cell.length) : cell;
	}

	#tooLong(cell: string, length: number): string {
		const found = `${cell.slice(0, 40)}… (${length} characters)`;
		return this.#fault("cell too long", found, `at most ${MAX_CELL} characters`);
	}

	/** Reports a fault of the cell about to be added, and gives the blank that stands for it. */
	#fault(what: string, found: string, expected: string, row = this.#row): "" {
		this.#onFault({ row, cell: this.#cells.length, what, found, expected });
		return "";
	}
}

/** Where a character comes next, searched again only once it has been passed. */
class Finder {
	readonly #text: string;
	readonly #what: string;
	#next = -1;

	constructor(text: string, what: string) {
		this.#text = text;
		this.#what = what;
	}

	from(at: number): number {
		if (this.#next >= at) return this.#next;
		const found = this.#text.indexOf(this.#what, at);
		this.#next = found === -1 ? Number.POSITIVE_INFINITY : found;
		return this.#next;
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

function unquote(inside: string): string {
	const cell = inside.includes('"') ? inside.replaceAll('""', '"') : inside;
	return cell.includes("\r") ? cell.replaceAll(/\r\n?/g, "\n") : cell;
}

function lineEnds(text: string, from: number, to: number): number {
	let lines = 0;
	for (let i = from; i < to; i++) {
		const code = text.charCodeAt(i);
		if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) lines += 1;
	}
	return lines;
}
