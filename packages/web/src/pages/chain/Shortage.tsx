import type { ShortageExplanation } from "@lodegrid/engine/chain";
import { Open } from "../../inspect/Inspector.tsx";

/** What is short and why, in words, from the product upstream. */
export function Shortage({ shortage }: { readonly shortage: ShortageExplanation | null }) {
	if (!shortage) return null;
	const told = shortage.steps.filter(({ sentence }) => shortage.text.includes(sentence));
	const head = shortage.text.slice(0, shortage.text.indexOf(told[0]?.sentence ?? ""));
	return (
		<details className="shortage">
			<summary>{head || shortage.text} Why?</summary>
			<ol>
				{told.map(({ material, sentence }) => (
					<li key={material}>
						<Open what={`material:${material}`}>{sentence}</Open>
					</li>
				))}
			</ol>
		</details>
	);
}
