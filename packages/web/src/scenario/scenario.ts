/** From what the URL says to what the engine is asked. */
import type { DemandScope, Scenario } from "@lodegrid/engine/chain";
import type { ChainQuestion } from "../engine/protocol.ts";
import { readBlocs, type View } from "./view.ts";

export type Asked = Pick<
	View,
	"home" | "year" | "defence" | "rule" | "measures" | "blocs" | "closed"
>;

/** The single-year scenario of a view. */
export function scenarioOf(view: Asked): Scenario {
	return {
		homeRegion: view.home,
		blocs: readBlocs(view.blocs),
		start: `${view.year}-01-01`,
		periods: [1],
		defenceCase: view.defence,
		provenanceRule: view.rule === "none" ? null : view.rule,
		measures: view.measures === "on" ? "dated" : null,
		...(view.closed === "rival" ? { closedBlocs: ["rival" as const] } : {}),
	};
}

/** Equal keys, equal flows: product and scope choose what is shown, not what is solved. */
export function scenarioKey(view: Asked): string {
	return [
		view.home,
		view.year,
		view.defence,
		view.rule,
		view.measures,
		view.blocs,
		view.closed,
	].join("|");
}

/** What the chain page asks of a view. */
export function chainQuestionOf(view: View): ChainQuestion {
	return {
		scenario: scenarioOf(view),
		product: view.product,
		scope: view.scope.replace("-", " ") as DemandScope,
		element: view.element,
		group: view.group,
	};
}
