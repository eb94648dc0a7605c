import { CloseButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { View } from "../../scenario/view.ts";

const QUESTIONS: readonly {
	readonly words: string;
	readonly to: string;
	readonly view: Partial<View>;
}[] = [
	{
		words: "What is left for the allies if every rival plant and lane closes?",
		to: "/chain",
		view: { closed: "rival" },
	},
	{
		words: "Where do samarium-cobalt magnets for defence break?",
		to: "/chain",
		view: { product: "smco_magnet", scope: "allied-defence" },
	},
	{
		words: "Who separates heavy rare earths, and where?",
		to: "/map",
		view: { stage: "separation", element: "Dy" },
	},
];

/** Three ways in, for a first visit; closed once, they stay closed. */
export function Questions() {
	const [seen, setSeen] = useLocalStorage({
		key: "lodegrid-questions-seen",
		defaultValue: false,
		getInitialValueInEffect: false,
	});
	if (seen) return null;
	return (
		<nav className="questions" aria-label="Questions to start with">
			<span className="quiet">Try</span>
			<ul>
				{QUESTIONS.map(({ words, to, view }) => (
					<li key={words}>
						<Link to={to} search={view}>
							{words}
						</Link>
					</li>
				))}
			</ul>
			<CloseButton size="sm" aria-label="Hide these questions" onClick={() => setSeen(true)} />
		</nav>
	);
}
