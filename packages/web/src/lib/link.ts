/** An address that may be linked to: the web's own, nothing that runs. Null otherwise. */
export function webLink(address: string | null | undefined): string | null {
	return address && /^https?:\/\/[^\s<>"]+$/i.test(address) ? address : null;
}
