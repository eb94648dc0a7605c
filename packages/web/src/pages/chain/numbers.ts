import type { Alone, ChainAnswer } from "../../engine/protocol.ts";
import { exact, number, percent, quantity } from "../../lib/format.ts";
import type { KeyNumber } from "../../parts/PageHead.tsx";
import { tonnes } from "../../parts/status.ts";

/** Four numbers that carry the answer, each with what it's held against. */
export function chainNumbers(
	answer: ChainAnswer,
	alone: Alone | undefined,
	closed: boolean,
	nameOf: (region: string) => string,
): KeyNumber[] {
	const { coverage, required, delivered, world, concentration } = answer;
	const { weakest } = coverage;
	const made = weakest ? (weakest.coverage ?? 0) * weakest.need : 0;
	const unit = weakest
		? `${tonnes(weakest.basis === "contained oxide" ? "oxide" : weakest.basis)}/yr`
		: "t";
	const numbers: KeyNumber[] = [
		{
			label: "Need",
			value: quantity(coverage.demand, "t/yr"),
			exact: exact(coverage.demand, "t/yr"),
			opens: "rests:need",
			compared: world > 0 ? `${percent(coverage.demand / world)} of world demand` : "",
		},
	];
	if (weakest)
		numbers.push({
			label: `Weakest link: ${weakest.name}`,
			value: percent(weakest.coverage),
			exact: exact(weakest.coverage),
			opens: `rests:${weakest.stage}`,
			compared: `${number(made)} of ${quantity(weakest.need, unit)}`,
			...((weakest.coverage ?? 0) < 1 ? { tone: "bad" as const } : {}),
		});
	numbers.push({
		label: closed ? "Delivered without rivals" : "Delivered today",
		value: required > 0 ? percent(delivered / required) : "unknown",
		exact: exact(delivered, "t"),
		opens: "rests:all",
		compared: `${number(delivered)} of ${quantity(required, "t")}${closed ? ", opening stocks used" : ", rival supply included"}`,
		...(delivered < required * 0.999 ? { tone: "bad" as const } : {}),
	});
	numbers.push({
		label: closed ? "Year after year" : "Possible without rivals",
		opens: "rests:all",
		value: alone ? percent(alone.required > 0 ? alone.delivered / alone.required : null) : "…",
		...(alone ? { exact: exact(alone.delivered, "t") } : {}),
		compared: alone
			? `${number(alone.delivered)} of ${quantity(alone.required, "t/yr")}, lasting, with first call`
			: "solving without rival plants and lanes",
		...(alone && alone.delivered < alone.required * 0.999 ? { tone: "bad" as const } : {}),
	});
	if (concentration)
		numbers.push({
			label: `${nameOf(concentration.leader)} at the weakest link`,
			value: percent(concentration.leaderShare),
			exact: exact(concentration.leaderShare),
			...(weakest ? { opens: `rests:${weakest.stage}` } : {}),
			compared: `of world capacity; HHI ${number(concentration.hhi)}, high above 1 800`,
		});
	return numbers;
}
