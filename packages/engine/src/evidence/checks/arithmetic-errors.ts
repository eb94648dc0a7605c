import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import { faceRatio } from "./ratio.ts";
import { verdicts } from "./verdicts.ts";
import { topic } from "./words.ts";

/** Counting claims whose verdict is an arithmetic error. */
export function arithmeticErrors(ledger: Ledger, run?: Run): EvidenceFinding[] {
	return verdicts(ledger, run).flatMap((verdict) => {
		if (verdict.verdict !== "arithmetic error") return [];
		const claim = ledger.claim(verdict.claim);
		if (claim.standing === "excluded" || !ledger.isCurrent(claim)) return [];
		const { factor } = verdict;
		return {
			kind: "arithmetic error" as const,
			claims: [claim.id],
			against: verdict.inputs,
			source: ledger.outlet(claim),
			sentence: `${topic(claim, ledger)}: ${verdict.sentence}`,
			factor: factor === null ? null : faceRatio(factor, 1),
		};
	});
}
