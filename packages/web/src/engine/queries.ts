/** Questions to the engine, answered once and kept: the key is everything the answer depends on. */
import type { MarginalValue } from "@lodegrid/engine/chain";
import type { CellRef } from "@lodegrid/engine/evidence";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Asked, chainQuestionOf, scenarioKey, scenarioOf } from "../scenario/scenario.ts";
import { DEFAULT_VIEW, type View } from "../scenario/view.ts";
import { catalogOf } from "./catalog.ts";
import { ask } from "./client.ts";
import { fetchPackage } from "./package.ts";
import type { ClaimFiles, Reviewed } from "./protocol.ts";
import { shippedAnswer } from "./shipped.ts";

/** The data package; it was checked when the page was built. */
export function useOpened() {
	return useQuery({
		queryKey: ["package"],
		queryFn: async () => {
			const { pkg, warnings } = await fetchPackage();
			return catalogOf(pkg, warnings);
		},
	});
}

/** The flows of a view's scenario. */
export function useSolution(view: Asked, enabled: boolean) {
	return useQuery({
		queryKey: ["solution", scenarioKey(view)],
		queryFn: ({ signal }) =>
			ask(signal, (api, flag, tell) => api.solution(scenarioOf(view), flag, tell)),
		placeholderData: keepPreviousData,
		enabled,
	});
}

/** The chain of a view: capacity against need, flows, the weakest link. */
export function useChain(view: View) {
	const question = chainQuestionOf(view);
	return useQuery({
		queryKey: ["chain", question],
		queryFn: async ({ signal }) =>
			(await shippedAnswer(question))?.chain ??
			ask(signal, (api, flag, tell) => api.chain(question, flag, tell)),
		placeholderData: keepPreviousData,
	});
}

/** The same demand with rival plants and lanes closed. */
export function useAlone(view: View, enabled: boolean) {
	const question = chainQuestionOf({ ...view, element: "", group: DEFAULT_VIEW.group, closed: "" });
	return useQuery({
		queryKey: ["alone", question],
		queryFn: async ({ signal }) =>
			(await shippedAnswer(question))?.alone ??
			ask(signal, (api, flag, tell) => api.alone(question, flag, tell)),
		enabled,
	});
}

/** The numbers that the answer to a view was worked out from. */
export function useRestsOn(view: View) {
	const question = chainQuestionOf(view);
	return useQuery({
		queryKey: ["rests on", question],
		queryFn: ({ signal }) => ask(signal, (api, flag, tell) => api.restsOn(question, flag, tell)),
	});
}

export function useMargins(view: View) {
	return useQuery({
		queryKey: ["margins", scenarioKey(view), view.product],
		queryFn: ({ signal }) =>
			ask(signal, (api, flag, tell) => api.margins(scenarioOf(view), view.product, flag, tell)),
	});
}

export function useVerified(view: Asked, value: MarginalValue, enabled: boolean) {
	return useQuery({
		queryKey: ["verified", scenarioKey(view), value],
		queryFn: ({ signal }) =>
			ask(signal, (api, flag, tell) => api.verify(scenarioOf(view), value, flag, tell)),
		enabled,
	});
}

/** Model against the published figures of the reference years. */
export function useCalibration() {
	return useQuery({
		queryKey: ["calibration"],
		queryFn: ({ signal }) => ask(signal, (api, flag, tell) => api.calibration(flag, tell)),
	});
}

/** Verdicts, findings and disputes over all claims, and which numbers rest on which claim. */
export function useEvidence() {
	return useQuery({
		queryKey: ["evidence"],
		queryFn: ({ signal }) => ask(signal, (api, flag, tell) => api.evidence(flag, tell)),
	});
}

/** One source's figures, recomputed; none while `source` is empty. */
export function useAudit(source: string) {
	return useQuery({
		queryKey: ["audit", source],
		queryFn: ({ signal }) => ask(signal, (api, flag, tell) => api.audit(source, flag, tell)),
		enabled: source !== "",
		placeholderData: keepPreviousData,
	});
}

/** What files of claims would change, before anything is taken in. */
export function useReview(files: ClaimFiles, times: number) {
	return useQuery({
		// A file may be large: the count of asking names it, not its bytes.
		queryKey: ["review", times],
		queryFn: ({ signal }) =>
			ask(signal, (api, flag, tell) => api.review(files, flag, tell) as Promise<Reviewed>),
		gcTime: 0,
	});
}

/** Key results of a view's scenario with and without new claims. */
export function useResultsDiff(files: ClaimFiles, times: number, view: Asked, enabled: boolean) {
	return useQuery({
		queryKey: ["results of review", times, scenarioKey(view)],
		queryFn: ({ signal }) =>
			ask(signal, (api, flag, tell) => api.compare(files, scenarioOf(view), flag, tell)),
		enabled,
		gcTime: 0,
	});
}

/** The way from the claims to one number of the model. */
export function useResolution(cell: CellRef) {
	return useQuery({
		queryKey: ["resolution", cell],
		queryFn: ({ signal }) => ask(signal, (api, flag, tell) => api.resolution(cell, flag, tell)),
	});
}
