import type { Check } from "./check.ts";

export const links: Check = {
	rule: "The address of a source is a web address.",
	needs: [],
	run(context) {
		for (const [index, { url }] of context.rows("sources")) {
			if (url === null || /^https?:\/\/[^\s<>"]+$/.test(url)) continue;
			context.report("sources", index, {
				column: "url",
				what: "not a web address",
				found: url,
				expected: "an address that starts with https:// or http://, or a blank cell",
				nearest: /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(url) ? `https://${url}` : null,
			});
		}
	},
};
