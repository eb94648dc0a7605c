/** A source as far as it is known: an id that no table explains stands for itself. */
type Known = { readonly id: string; readonly publisher?: string; readonly title?: string };

/**
 * Who says so, from the outlet to the origin: `Al Jazeera, quoting US officials`. Links of one
 * publisher are told apart by their titles; a claim without sources is nobody's.
 */
export function attributionInWords(chain: readonly Known[]): string {
	if (chain.length === 0) return "nobody named";
	const publishers = chain.map((source) => source.publisher ?? source.id);
	const names = chain.map((source, index) => {
		const publisher = publishers[index] as string;
		const shared = publishers.filter((other) => other === publisher).length > 1;
		return shared && source.title !== undefined ? `${publisher} (${source.title})` : publisher;
	});
	return names.join(", quoting ");
}
