import type { LpModel, Method } from "./types.ts";

/** Above this many non-zeros a cold solve is faster by interior point; see docs/decisions/0004. */
export const IPM_FROM_NONZEROS = 50_000;

/** Method for a solve that has no basis to start from. */
export function chooseMethod(model: LpModel): Method {
	return model.values.length >= IPM_FROM_NONZEROS ? "ipm" : "simplex";
}
