import { nameOf, useCatalog } from "../../engine/catalog.ts";
import type { ChainAnswer } from "../../engine/protocol.ts";
import { useChangeView, useView } from "../../scenario/use-view.ts";
import type { Group } from "../../scenario/view.ts";

/** What the widths count, what a node stands for, and whether rivals take part. */
export function ChainTools({ answer }: { readonly answer: ChainAnswer }) {
	const { elements } = useCatalog();
	const view = useView();
	const change = useChangeView();
	return (
		<>
			<label className="tool">
				Width
				<select
					value={answer.sankey.element ?? ""}
					onChange={({ target }) => change({ element: target.value }, "quiet")}
				>
					{answer.elements.map((id) => (
						<option key={id} value={id}>
							{nameOf(elements, id)}
						</option>
					))}
				</select>
			</label>
			<label className="tool">
				Nodes
				<select
					value={view.group}
					onChange={({ target }) => change({ group: target.value as Group }, "quiet")}
				>
					<option value="region">countries</option>
					<option value="controller">controlling countries</option>
					<option value="bloc">blocs</option>
				</select>
			</label>
			<label className="tool">
				Rivals
				<select
					value={view.closed}
					onChange={({ target }) => change({ closed: target.value === "rival" ? "rival" : "" })}
				>
					<option value="">take part</option>
					<option value="rival">closed off</option>
				</select>
			</label>
		</>
	);
}
