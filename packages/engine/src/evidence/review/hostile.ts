/**
 * What a cell of an import may not hold, whatever its column: text that a spreadsheet would run,
 * that a page could take for markup or script, that hides what it says, or that is far too long.
 * Refused, not cleaned: whoever sends a figure sees what is wrong with it. (OWASP, "CSV
 * Injection"; Unicode TR 36 on bidirectional and invisible characters.)
 */

import type { CellRefusal } from "../../dataset/index.ts";

/** Longest text of a claim: ten times the longest note of the baseline. */
export const MAX_TEXT = 4_000;

/** A number or a percentage: a spreadsheet reads it as just that. */
const NUMBER = /^[+-]?(\d{1,40}\.?\d{0,40}|\.\d{1,40})([eE][+-]?\d{1,4})?\s?%?$/;
const FORMULA = /^[\s\u00a0]*[=+\-@＝＋－＠\t\r]/;
const ESCAPED = /^'+(?=[=+\-@＝＋－＠\t\r])/;
/** Behind an apostrophe a sign may begin a text, but nothing that calls, or starts as a formula. */
const RUNS = /^[\s\u00a0]*[=@＝＠\t\r]|[A-Za-z.]\(|[|!]|^[\s\u00a0]*[+\-＋－][+\-＋－\s]*[A-Za-z$]/;

const MARKUP = /<[A-Za-z/!?]|&#|&(?:lt|gt|amp|quot|apos|colon|tab|newline|nbsp);/i;
const SCRIPT = /(?:java|vb|live)script:|data:text\/html/i;
const HANDLER =
	/\bon(?:abort|animation\w*|before\w+|blur|click|copy|cut|drag\w*|drop|error|focus\w*|hashchange|input|key\w+|load\w*|message|mouse\w+|page\w+|paste|pointer\w+|popstate|reset|resize|scroll|select|show|submit|toggle|touch\w+|transition\w+|unload|wheel)\s*=/i;
const TEMPLATE = /\{\{|\$\{|<%|#\{/;
/** Format characters (bidirectional, joiners, tags, soft hyphen), separators and controls. */
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\p{Cc}\p{Co}]/u;
const INVISIBLE_ALL = /[\p{Cf}\p{Zl}\p{Zp}\p{Cc}\p{Co}]/gu;

/** Why a cell as it stands in the file is refused; null for a harmless one. */
export function hostileCell(raw: string): CellRefusal | null {
	if (raw === "" || NUMBER.test(raw)) return null;
	return tooLong(raw) ?? formula(raw) ?? invisible(raw) ?? active(raw);
}

/** Text without the apostrophe that packages write before it, so that no spreadsheet runs it. */
export function withoutApostrophe(raw: string): string {
	return raw.replace(ESCAPED, "");
}

function tooLong(raw: string): CellRefusal | null {
	if (raw.length <= MAX_TEXT) return null;
	const expected = `at most ${MAX_TEXT} characters`;
	return { what: "text too long", found: raw, expected };
}

function formula(raw: string): CellRefusal | null {
	const bare = withoutApostrophe(raw);
	if (!FORMULA.test(bare)) return null;
	const runs = RUNS.test(bare);
	if (bare !== raw && !runs) return null;
	return {
		what: "text that a spreadsheet would run as a formula",
		found: raw,
		expected: "a number, or text that starts with none of = + - @, tab and line end",
		nearest: runs ? null : harmless(`'${raw}`),
	};
}

function invisible(raw: string): CellRefusal | null {
	const found = INVISIBLE.exec(raw)?.[0];
	if (found === undefined) return null;
	const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
	return {
		what: `a control or invisible character, U+${code}`,
		found: raw.replaceAll(INVISIBLE_ALL, "\ufffd"),
		expected: "text that shows all it says",
		nearest: () => harmless(raw.replaceAll(INVISIBLE_ALL, "").trim()),
	};
}

function active(raw: string): CellRefusal | null {
	const squeezed = raw.replaceAll(/\s+/g, " ");
	const what = MARKUP.test(squeezed)
		? "markup in text"
		: SCRIPT.test(squeezed.replaceAll(" ", "")) || HANDLER.test(squeezed)
			? "script in text"
			: TEMPLATE.test(squeezed)
				? "a template in text"
				: null;
	return what === null ? null : { what, found: raw, expected: "plain text" };
}

/** What may be offered instead of a refused cell: short, and harmless itself. */
function harmless(text: string): string | null {
	return text !== "" && text.length <= 80 && hostileCell(text) === null ? text : null;
}
