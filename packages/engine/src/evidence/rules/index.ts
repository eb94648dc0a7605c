/** The rules that turn claims into a number. Adding one is one file and one line here. */

import type { ParameterRow } from "../types.ts";
import { medianIndependent } from "./median-independent.ts";
import { newestOfficial } from "./newest-official.ts";
import { override } from "./override.ts";
import { range } from "./range.ts";
import type { ResolutionRule } from "./rule.ts";

export const RULES: Readonly<Record<ParameterRow["rule"], ResolutionRule>> = {
	newest_official: newestOfficial,
	median_independent: medianIndependent,
	range,
	override,
};

export type { Choice, ResolutionRule, Voice } from "./rule.ts";
