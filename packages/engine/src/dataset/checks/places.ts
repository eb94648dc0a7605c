import type { Check } from "./check.ts";

export const places: Check = {
	rule: "A country has an ISO alpha-3 code; coordinates come in pairs, with what they point at.",
	needs: [],
	run(context) {
		for (const [index, { id, kind }] of context.rows("regions")) {
			if (kind !== "country" || /^[A-Z]{3}$/.test(id)) continue;
			context.report("regions", index, {
				column: "id",
				what: "not a country code",
				found: id,
				expected: "three capital letters (ISO 3166-1 alpha-3)",
			});
		}
		for (const [index, row] of context.rows("facilities")) {
			const known = [row.latitude, row.longitude].filter((value) => value !== null).length;
			if (known === (row.coordinate_quality === "unknown" ? 0 : 2)) continue;
			context.report("facilities", index, {
				column: "coordinate_quality",
				what: `${known} of 2 coordinates given`,
				found: row.coordinate_quality,
				expected: known === 2 ? "what they point at" : "unknown and no coordinates, or both",
				nearest: known === 0 ? "unknown" : null,
			});
		}
	},
};
