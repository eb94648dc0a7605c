/** The pages of the app. Adding one is one route and one line here. */
import { IconGitMerge, IconQuote, IconScale, IconWorld } from "@tabler/icons-react";

export const PAGES = [
	{
		to: "/chain",
		name: "Chain",
		question: "Where does it break?",
		key: "c",
		icon: IconGitMerge,
	},
	{ to: "/map", name: "Map", question: "Who can do what, where?", key: "m", icon: IconWorld },
	{
		to: "/calibration",
		name: "Calibration",
		question: "Does the model match what is published?",
		key: "k",
		icon: IconScale,
	},
	{ to: "/evidence", name: "Evidence", question: "Who says so?", key: "e", icon: IconQuote },
] as const;
