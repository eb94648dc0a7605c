/** Status in words, and how far it counts as capacity today. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
	operating: "Operating",
	ramping: "Ramping up",
	construction: "Under construction",
	permitted: "Permitted",
	proposed: "Proposed",
	care: "Care and maintenance",
	closed: "Closed",
};

export const STAGE_WORDS: Readonly<Record<string, string>> = {
	supply: "Supply",
	mine: "Mine",
	cracking: "Cracking",
	separation: "Separation",
	metal: "Metal",
	alloy: "Alloy",
	magnet: "Magnet",
	recycling: "Recycling",
	use: "Use",
};

export const BLOC_WORDS = {
	home: "Home",
	allied: "Allied",
	neutral: "Neutral",
	rival: "Rival",
} as const;

/** Basis of a tonne, as the unit of a number: `t REO`, `t metal`. */
export function tonnes(basis: string | null | undefined): string {
	return !basis || basis === "gross" ? "t" : `t ${basis}`;
}
