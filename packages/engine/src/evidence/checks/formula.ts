/**
 * Formulas of claims and identities: arithmetic over ids, read into a tree and never executed.
 *
 *     sum     = product { ("+" | "-") product }
 *     product = signed { ("*" | "/") signed }
 *     signed  = "-" signed | power
 *     power   = atom [ "^" signed ]
 *     atom    = number | name | function "(" sum { "," sum } ")" | "(" sum ")"
 *
 * Functions are `min`, `max`, `sum`, and in identities `whole(attribute)`. There is nothing else:
 * no assignment, text, index, property or call of anything that is not on this list.
 */

export type Formula =
	| { readonly kind: "number"; readonly value: number }
	| { readonly kind: "name"; readonly id: string; readonly whole: boolean }
	| { readonly kind: "negative"; readonly of: Formula }
	| {
			readonly kind: "binary";
			readonly operator: Operator;
			readonly left: Formula;
			readonly right: Formula;
	  }
	| { readonly kind: "call"; readonly name: Called; readonly parts: readonly Formula[] };

export type Operator = "+" | "-" | "*" | "/" | "^";
export type Called = "min" | "max" | "sum";

export type ParsedFormula =
	| { readonly ok: true; readonly formula: Formula }
	/** `at` counts characters from 1. */
	| { readonly ok: false; readonly at: number; readonly reason: string };

/** Longer than any relation between published figures, short enough to be read by a person. */
export const MAX_LENGTH = 2000;
/** Brackets, signs and powers within one another. */
export const MAX_DEPTH = 50;

/**
 * Reads a formula.
 *
 * @param whole allow `whole(x)`, as identities do
 * @returns the tree, or where it stops being a formula and why; never throws
 */
export function parseFormula(text: string, whole = false): ParsedFormula {
	if (text.length > MAX_LENGTH) {
		return { ok: false, at: MAX_LENGTH + 1, reason: `longer than ${MAX_LENGTH} characters` };
	}
	try {
		const tokens = tokenize(text);
		return { ok: true, formula: new Reader(tokens, text.length + 1, whole).all() };
	} catch (fault) {
		if (fault instanceof Refused) return { ok: false, at: fault.at, reason: fault.message };
		throw fault;
	}
}

/** Ids that a formula names, in the order they come; `whole(x)` apart from `x`. */
export function namesOf(formula: Formula): readonly { id: string; whole: boolean }[] {
	const names = new Map<string, { id: string; whole: boolean }>();
	const visit = (node: Formula): void => {
		if (node.kind === "name") names.set(nameKey(node), { id: node.id, whole: node.whole });
		else if (node.kind === "negative") visit(node.of);
		else if (node.kind === "call") node.parts.forEach(visit);
		else if (node.kind === "binary") {
			visit(node.left);
			visit(node.right);
		}
	};
	visit(formula);
	return [...names.values()];
}

export function nameKey({ id, whole }: { id: string; whole: boolean }): string {
	return whole ? `whole(${id})` : id;
}

class Refused extends Error {
	readonly at: number;
	constructor(at: number, reason: string) {
		super(reason);
		this.at = at;
	}
}

interface Token {
	readonly kind: "number" | "name" | "sign";
	readonly text: string;
	readonly at: number;
}

const TOKEN =
	/\s*(?:(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>[-+*/^(),]))/y;

function tokenize(text: string): Token[] {
	const tokens: Token[] = [];
	const end = text.trimEnd().length;
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < end) {
		const from = TOKEN.lastIndex;
		const groups = TOKEN.exec(text)?.groups;
		if (groups === undefined) {
			const at = from + (text.slice(from).length - text.slice(from).trimStart().length);
			throw new Refused(
				at + 1,
				`\`${String.fromCodePoint(text.codePointAt(at) as number)}\` has no meaning here`,
			);
		}
		const kind =
			groups.number !== undefined ? "number" : groups.name !== undefined ? "name" : "sign";
		const found = (groups.number ?? groups.name ?? groups.sign) as string;
		tokens.push({ kind, text: found, at: TOKEN.lastIndex - found.length + 1 });
	}
	return tokens;
}

class Reader {
	readonly #tokens: readonly Token[];
	readonly #end: number;
	readonly #whole: boolean;
	#next = 0;
	#depth = 0;

	constructor(tokens: readonly Token[], end: number, whole: boolean) {
		this.#tokens = tokens;
		this.#end = end;
		this.#whole = whole;
	}

	all(): Formula {
		const formula = this.#sum();
		const rest = this.#peek();
		if (rest !== undefined)
			throw new Refused(rest.at, `\`${rest.text}\` after the end of the formula`);
		return formula;
	}

	#sum(): Formula {
		let left = this.#product();
		for (let sign = this.#take("+", "-"); sign !== null; sign = this.#take("+", "-"))
			left = { kind: "binary", operator: sign as Operator, left, right: this.#product() };
		return left;
	}

	#product(): Formula {
		let left = this.#signed();
		for (let sign = this.#take("*", "/"); sign !== null; sign = this.#take("*", "/"))
			left = { kind: "binary", operator: sign as Operator, left, right: this.#signed() };
		return left;
	}

	#signed(): Formula {
		return this.#deeper(() =>
			this.#take("-") === null ? this.#power() : { kind: "negative", of: this.#signed() },
		);
	}

	#power(): Formula {
		const left = this.#atom();
		if (this.#take("^") === null) return left;
		return { kind: "binary", operator: "^", left, right: this.#signed() };
	}

	#atom(): Formula {
		const token = this.#peek();
		if (token === undefined)
			throw new Refused(this.#end, "ends where a number or an id is expected");
		this.#next++;
		if (token.kind === "number") {
			const value = Number(token.text);
			if (!Number.isFinite(value)) throw new Refused(token.at, `\`${token.text}\` is too large`);
			return { kind: "number", value };
		}
		if (token.kind === "name") {
			if (this.#peek()?.text === "(") return this.#call(token);
			return { kind: "name", id: token.text, whole: false };
		}
		if (token.text !== "(")
			throw new Refused(token.at, `\`${token.text}\` where a number or an id is expected`);
		const inner = this.#sum();
		this.#close(token);
		return inner;
	}

	#call(name: Token): Formula {
		const open = this.#peek() as Token;
		this.#next++;
		const parts = [this.#sum()];
		while (this.#take(",") !== null) parts.push(this.#sum());
		this.#close(open);
		if (name.text === "whole" && this.#whole) {
			const [only] = parts;
			if (parts.length === 1 && only?.kind === "name" && !only.whole)
				return { ...only, whole: true };
			throw new Refused(name.at, "`whole` takes the id of one attribute");
		}
		if (name.text === "min" || name.text === "max" || name.text === "sum")
			return { kind: "call", name: name.text, parts };
		throw new Refused(name.at, `\`${name.text}\` is no function; there are min, max and sum`);
	}

	#close(open: Token): void {
		if (this.#take(")") !== null) return;
		const found = this.#peek();
		if (found === undefined) throw new Refused(open.at, "bracket is never closed");
		throw new Refused(found.at, `\`${found.text}\` where an operator or \`)\` is expected`);
	}

	#peek(): Token | undefined {
		return this.#tokens[this.#next];
	}

	#take(...signs: readonly string[]): string | null {
		const token = this.#peek();
		if (token?.kind !== "sign" || !signs.includes(token.text)) return null;
		this.#next++;
		return token.text;
	}

	#deeper(read: () => Formula): Formula {
		if (++this.#depth > MAX_DEPTH)
			throw new Refused(this.#peek()?.at ?? this.#end, `nested more than ${MAX_DEPTH} deep`);
		const formula = read();
		this.#depth--;
		return formula;
	}
}
