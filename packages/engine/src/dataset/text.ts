/** Bytes of a file to text: UTF-8 only, and refused with the place of the first byte that is not. */

export interface TextFinding {
	readonly row: number;
	readonly what: string;
	readonly found?: string;
	readonly expected?: string;
	readonly nearest?: string;
}

const MAX_BYTES = 256 * 1024 * 1024;
const UTF8 = "UTF-8 text (in Excel: save as “CSV UTF-8”)";

/**
 * Decodes UTF-8 strictly, with or without a byte-order mark. Text is null when
 * the bytes cannot be read at all; findings say where and why.
 */
export function decodeText(bytes: Uint8Array): { text: string | null; findings: TextFinding[] } {
	const refusal = refuse(bytes);
	if (refusal !== null) return { text: null, findings: [refusal] };
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return { text, findings: spoiltCharacters(text) };
	} catch {
		return { text: null, findings: [invalidByte(bytes)] };
	}
}

function refuse(bytes: Uint8Array): TextFinding | null {
	if (bytes.length > MAX_BYTES) {
		const found = `${bytes.length} bytes`;
		return { row: 1, what: "file too large", found, expected: `at most ${MAX_BYTES} bytes` };
	}
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
		return { row: 1, what: "UTF-16 byte-order mark at byte 0", expected: UTF8 };
	}
	if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
		return { row: 1, what: "a zip archive or workbook, not text", expected: UTF8 };
	}
	const nul = bytes.indexOf(0);
	if (nul === -1) return null;
	return { row: lineAt(bytes, nul), what: `NUL byte at byte ${nul}`, expected: UTF8 };
}

function invalidByte(bytes: Uint8Array): TextFinding {
	const offset = firstInvalidUtf8(bytes);
	const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0");
	return {
		row: lineAt(bytes, offset),
		what: `not UTF-8 at byte ${offset}, perhaps Latin-1 or Windows-1252`,
		found: `0x${byte}`,
		expected: UTF8,
	};
}

/** Offset of the first byte that no UTF-8 text can have there (RFC 3629); the length if there is none. */
export function firstInvalidUtf8(bytes: Uint8Array): number {
	let i = 0;
	while (i < bytes.length) {
		const lead = bytes[i] ?? 0;
		if (lead < 0x80) {
			i += 1;
			continue;
		}
		const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
		if (length === 0) return i;
		for (let k = 1; k < length; k++) {
			const byte = bytes[i + k] ?? 0;
			const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
			const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
			if (byte < low || byte > high) return i;
		}
		i += length;
	}
	return i;
}

function lineAt(bytes: Uint8Array, offset: number): number {
	let line = 1;
	for (let i = 0; i < offset; i++) if (bytes[i] === 10) line += 1;
	return line;
}

const MAX_SPOILT = 50;
/** One class of characters, quick to look for; few texts have any. */
const SUSPECT =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
	/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u00c2\u00c3\u00e2\ufffd\ufffe\uffff]/;
const SPOILT =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
	/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe\uffff]|[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac[\u0080-\u2122]/g;

/** Control characters, replacement characters, and UTF-8 that was once read as Windows-1252. */
function spoiltCharacters(text: string): TextFinding[] {
	if (!SUSPECT.test(text)) return [];
	const findings: TextFinding[] = [];
	let line = 1;
	let counted = 0;
	for (const match of text.matchAll(SPOILT)) {
		for (; counted < match.index; counted++) if (text.charCodeAt(counted) === 10) line += 1;
		findings.push(spoilt(match[0], line));
		if (findings.length === MAX_SPOILT) break;
	}
	return findings;
}

function spoilt(found: string, row: number): TextFinding {
	if (found.length > 1) {
		return { row, what: "text that was decoded with the wrong encoding", found, expected: UTF8 };
	}
	const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
	const what =
		found === "\ufffd" ? "a character that an earlier program lost" : "a control character";
	return { row, what, found: `U+${code}`, expected: "printable text" };
}
