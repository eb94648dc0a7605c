/** Every check of a package, in the order they run. Adding one is one file and one line here. */

import type { Nearest } from "../nearest.ts";
import type { Problems } from "../problem.ts";
import type { ReadTable } from "../read-table.ts";
import { assumptionsBounded } from "./assumptions-bounded.ts";
import { capacityHistory } from "./capacity-history.ts";
import { capacityKnown } from "./capacity-known.ts";
import { type Check, Context } from "./check.ts";
import { citations } from "./citations.ts";
import { claimForms } from "./claim-forms.ts";
import { claimFormulaCycles } from "./claim-formula-cycles.ts";
import { claimFormulas } from "./claim-formulas.ts";
import { claimRevisions } from "./claim-revisions.ts";
import { claimSources } from "./claim-sources.ts";
import { claimVocabulary } from "./claim-vocabulary.ts";
import { compositionsWhole } from "./compositions-whole.ts";
import { datesInOrder } from "./dates-in-order.ts";
import { demandCases } from "./demand-cases.ts";
import { effectUnits } from "./effect-units.ts";
import { elementConservation } from "./element-conservation.ts";
import { knownIds } from "./known-ids.ts";
import { lanesLeadElsewhere } from "./lanes-lead-elsewhere.ts";
import { linesInStage } from "./lines-in-stage.ts";
import { links } from "./links.ts";
import { makers } from "./makers.ts";
import { matterCycles } from "./matter-cycles.ts";
import { notEmpty } from "./not-empty.ts";
import { oreBasketsMatch } from "./ore-baskets-match.ts";
import { parameterCells } from "./parameter-cells.ts";
import { parameterUnits } from "./parameter-units.ts";
import { places } from "./places.ts";
import { ranges } from "./ranges.ts";
import { recipesComplete } from "./recipes-complete.ts";
import { referenceFigures } from "./reference-figures.ts";
import { stagesListed } from "./stages-listed.ts";
import { uniqueKeys } from "./unique-keys.ts";
import { unitDimensions } from "./unit-dimensions.ts";
import { unitsAgree } from "./units-agree.ts";

const CHECKS: readonly Check[] = [
	notEmpty,
	uniqueKeys,
	knownIds,
	stagesListed,
	ranges,
	datesInOrder,
	citations,
	assumptionsBounded,
	places,
	links,
	lanesLeadElsewhere,
	effectUnits,
	referenceFigures,
	capacityHistory,
	capacityKnown,
	compositionsWhole,
	recipesComplete,
	elementConservation,
	matterCycles,
	oreBasketsMatch,
	unitsAgree,
	linesInStage,
	demandCases,
	makers,
	unitDimensions,
	claimForms,
	claimVocabulary,
	claimRevisions,
	claimSources,
	claimFormulaCycles,
	parameterCells,
	parameterUnits,
	claimFormulas,
];

/** Runs the checks whose tables are whole; a check left out has its reason among the problems. */
export function runChecks(
	read: ReadonlyMap<string, ReadTable>,
	problems: Problems,
	nearest: Nearest,
): void {
	const context = new Context(read, problems, nearest);
	for (const check of CHECKS) if (context.whole(check.needs)) check.run(context);
}

/** What a package has to satisfy beyond the types of its columns, one sentence each. */
export function packageRules(): string[] {
	return CHECKS.map((check) => check.rule);
}
