import type { LpModel, Method } from "./types.ts";

/** From this many non-zeros on a cold solve goes to interior point; docs/decisions/0004 has the measurements. */
const IPM_FROM_NONZEROS = 25_000;

/** Method for a solve that has no basis to start from. */
export function chooseMethod(model: LpModel): Method {
	return model.values.length >= IPM_FROM_NONZEROS ? "ipm" : "simplex";
}
