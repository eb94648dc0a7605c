import type { ShortageExplanation } from "@lodegrid/engine/chain";
import { Open } from "../../inspect/Inspector.tsx";

/** Why something is short, in words, from the product upstream. */
export function Shortage({ shortage }: { readonly shortage: ShortageExplanation | null }) {
	if (!shortage) return null;
	const [head] = shortage.text.split(": ", 1);
	return (
		<details className="shortage">
			<summary>{head}: why</summary>
			<ol>
				{shortage.steps.map((step) => (
					<li key={step.material}>
						<Open what={`material:${step.material}`}>{step.sentence}</Open>
					</li>
				))}
			</ol>
		</details>
	);
}
