/** The ranking of a view, asked for by hand: it takes a while. */
import type { Ranking, ResultChoice } from "@lodegrid/engine/chain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { report } from "../../../engine/progress.ts";
import { listResults, startRanking } from "../../../engine/ranking.ts";
import { chainQuestionOf, scenarioOf } from "../../../scenario/scenario.ts";
import type { View } from "../../../scenario/view.ts";

/** Results that can be asked about, those of the product and demand in the bar above. */
export function useResultChoices(view: View) {
	const { scenario, product, scope } = chainQuestionOf(view);
	return useQuery({
		queryKey: ["result choices", scenario, product, scope],
		queryFn: () => listResults(scenario, product, scope),
	});
}

export interface Sweep {
	/** The whole ranking, or what is in so far; null before the first trajectory. */
	readonly ranking: Ranking | null;
	readonly whole: boolean;
	readonly running: boolean;
	readonly error: unknown;
	readonly start: () => void;
}

/** Sweeps the numbers behind a result once `start` is called; partial rankings appear as they come. */
export function useRanking(
	view: View,
	choice: ResultChoice | undefined,
	parameters: number,
): Sweep {
	const key = ["ranking", scenarioOf(view), choice?.ref ?? null, parameters];
	const [partial, setPartial] = useState<{ key: string; ranking: Ranking } | null>(null);
	const name = JSON.stringify(key);
	const query = useQuery({
		queryKey: key,
		enabled: false,
		queryFn: async ({ signal }) => {
			if (!choice) throw new Error("Choose a result first.");
			const since = performance.now();
			try {
				return await startRanking(
					{ scenario: scenarioOf(view), result: choice.ref, options: { parameters } },
					{
						signal,
						onProgress: (progress) => report({ ...progress, since }),
						onPartial: (ranking) => setPartial({ key: name, ranking }),
					},
				);
			} finally {
				report(null);
			}
		},
	});
	return {
		ranking: query.data ?? (partial?.key === name ? partial.ranking : null),
		whole: query.data !== undefined,
		running: query.isFetching,
		error: query.error,
		start: () => void query.refetch(),
	};
}
