/**
 * Many runs of one function: which points to ask for, and what the answers say. It knows no model:
 * points in the unit cube go out, numbers come back. So far screening by elementary effects.
 */

export {
	type MorrisDesign,
	type MorrisTrajectory,
	morrisDesign,
	trajectoryPoints,
} from "./morris-design.ts";
export { type ElementaryEffects, morrisEffects } from "./morris-effects.ts";
