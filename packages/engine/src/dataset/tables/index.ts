/** Every table of a data package, in the order they are documented. Adding one is one file and one line here. */

import { assumptions } from "./assumptions.ts";
import { attributes } from "./attributes.ts";
import { bases } from "./bases.ts";
import { capacities } from "./capacities.ts";
import { claims } from "./claims.ts";
import { compositions } from "./compositions.ts";
import { demand } from "./demand.ts";
import { elements } from "./elements.ts";
import { facilities } from "./facilities.ts";
import { identities } from "./identities.ts";
import { lanes } from "./lanes.ts";
import { lines } from "./lines.ts";
import { materials } from "./materials.ts";
import { measureEffects } from "./measure-effects.ts";
import { measures } from "./measures.ts";
import { operators } from "./operators.ts";
import { oreBaskets } from "./ore-baskets.ts";
import { parameters } from "./parameters.ts";
import { prices } from "./prices.ts";
import { processes } from "./processes.ts";
import { provenanceRules } from "./provenance-rules.ts";
import { recipes } from "./recipes.ts";
import { references } from "./references.ts";
import { regions } from "./regions.ts";
import { sectors } from "./sectors.ts";
import { sources } from "./sources.ts";
import { stocks } from "./stocks.ts";
import { subjects } from "./subjects.ts";
import { units } from "./units.ts";

export const TABLES = {
	sources,
	assumptions,
	regions,
	elements,
	materials,
	compositions,
	ore_baskets: oreBaskets,
	processes,
	recipes,
	operators,
	facilities,
	lines,
	capacities,
	lanes,
	stocks,
	sectors,
	demand,
	prices,
	measures,
	measure_effects: measureEffects,
	provenance_rules: provenanceRules,
	references,
	units,
	bases,
	attributes,
	identities,
	subjects,
	claims,
	parameters,
} as const;
