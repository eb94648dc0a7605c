/** Text between `<!-- name:begin -->` and `<!-- name:end -->`. */

/**
 * @param {string} text
 * @param {string} name
 * @param {string} content
 */
export function replaceBetween(text, name, content) {
	const [begin, end] = bounds(text, name);
	return `${text.slice(0, begin)}\n${content.trim()}\n${text.slice(end)}`;
}

/**
 * @param {string} text
 * @param {string} name
 */
export function between(text, name) {
	return text.slice(...bounds(text, name)).trim();
}

/** @returns {[number, number]} */
function bounds(text, name) {
	const open = `<!-- ${name}:begin -->`;
	const begin = text.indexOf(open);
	const end = text.indexOf(`<!-- ${name}:end -->`);
	if (begin < 0 || end < begin) throw new Error(`no markers for ${name}`);
	return [begin + open.length, end];
}
