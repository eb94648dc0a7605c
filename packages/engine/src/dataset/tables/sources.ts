import { table } from "../table.ts";

export const sources = table({
	name: "sources",
	title: "Sources",
	description: "Publications that the other tables cite.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "title", type: "text", description: "Title as published" },
		{
			name: "publisher",
			type: "text",
			description: "Who published it; for a quotation, the outlet and whom it quotes",
		},
		{
			name: "url",
			type: "text",
			optional: true,
			description: "Address; blank when the source was not opened",
		},
		{ name: "published", type: "fuzzyDate", optional: true, description: "Date of publication" },
		{
			name: "kind",
			type: "enum",
			values: [
				"official",
				"company",
				"analyst",
				"academic",
				"trade",
				"press",
				"open_data",
				"recalled",
			],
			description: "Kind of publisher; recalled = from memory, nobody opened it",
		},
		{ name: "note", type: "text", optional: true, description: "Edition, access, caveats" },
	],
});
