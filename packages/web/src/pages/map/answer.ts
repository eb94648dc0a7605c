import { capital, count } from "../../lib/format.ts";
import type { KeyNumber } from "../../parts/PageHead.tsx";
import { STAGE_WORDS } from "../../parts/status.ts";
import type { View } from "../../scenario/view.ts";
import type { Plant } from "./plants.ts";

const RUNNING = new Set(["operating", "ramping"]);
const COMING = new Set(["construction", "permitted", "proposed"]);

/** What the plants on the map say, in one sentence with its number. */
export function mapAnswer(plants: readonly Plant[], view: View): string {
	const what = [
		view.stage ? `${STAGE_WORDS[view.stage]?.toLowerCase()} plants` : "plants of the chain",
		view.element && `for ${view.element}`,
	]
		.filter(Boolean)
		.join(" ");
	if (plants.length === 0) return `No ${what} match these filters`;
	const free = plants.filter(({ bloc }) => bloc !== "rival");
	const running = free.filter(({ status }) => RUNNING.has(status)).length;
	const coming = free.filter(({ status }) => COMING.has(status)).length;
	if (free.length === 0)
		return `All ${count(plants.length, "site")} on this map stand under rival control`;
	return `${capital(count(free.length, `of the ${what}`, `${what}`))} stand outside rival control; ${running} of them run, ${coming} are only planned or being built`;
}

export function mapNumbers(plants: readonly Plant[]): KeyNumber[] {
	const by = (bloc: string) => plants.filter((plant) => plant.bloc === bloc);
	const number = (label: string, some: readonly Plant[]): KeyNumber => ({
		label,
		value: String(some.length),
		compared: `${some.filter(({ status }) => RUNNING.has(status)).length} running, ${some.filter(({ status }) => COMING.has(status)).length} planned or building`,
	});
	const unplaced = plants.filter(({ at }) => at === null).length;
	return [
		number("Home", by("home")),
		number("Allied", by("allied")),
		number("Neutral", by("neutral")),
		number("Rival", by("rival")),
		{
			label: "Place unknown",
			value: String(unplaced),
			compared: `of ${plants.length}; listed, not drawn`,
		},
	];
}
