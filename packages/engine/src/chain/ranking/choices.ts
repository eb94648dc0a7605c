import type { DataPackage } from "../../dataset/index.ts";
import { BLOCS } from "../diagnosis/blocs.ts";
import { openBook } from "../diagnosis/book.ts";
import { plantsOf, processCapacity } from "../diagnosis/capability.ts";
import { requirement } from "../diagnosis/requirement.ts";
import type { DemandScope } from "../diagnosis/scope.ts";
import { networkOf } from "../network-of.ts";
import type { Scenario } from "../types.ts";
import { type ChainResultRef, type ResultUnit, resultId, resultTitle, unitOf } from "./result.ts";

export interface ResultChoice {
	/** Unique among the choices of one product and scope. */
	readonly id: string;
	readonly ref: ChainResultRef;
	readonly title: string;
	readonly unit: ResultUnit;
}

/**
 * The results of a scenario that can be asked for, those of one product and scope first, from the
 * mine downstream.
 *
 * @throws RangeError when the scenario or the product is not in the package
 */
export function resultChoices(
	pkg: DataPackage,
	scenario: Scenario,
	{ product, scope }: { readonly product: string; readonly scope: DemandScope },
): ResultChoice[] {
	const book = openBook(pkg);
	if (!book.materials.has(product)) throw new RangeError(`the package has no material ${product}`);
	const network = networkOf(pkg, scenario);
	const { rows } = requirement(book, product, 1, processCapacity(plantsOf(network, book)));
	const upstreamFirst = rows.toReversed();
	const asked = network.demands.map((d) => d.sector);
	const sectors = [...new Set(asked)].sort();
	const refs: ChainResultRef[] = [
		...upstreamFirst.map(
			({ stage, material, element }): ChainResultRef => ({
				kind: "coverage",
				product,
				scope,
				stage,
				material,
				element: material === null ? element : null,
			}),
		),
		{ kind: "weakest", product, scope },
		{ kind: "delivered", product, scope },
		{ kind: "alone", product, scope },
		{ kind: "shortage", sector: null },
		...sectors.map((sector): ChainResultRef => ({ kind: "shortage", sector })),
		...upstreamFirst.flatMap(({ material }) =>
			material === null
				? []
				: BLOCS.map((bloc): ChainResultRef => ({ kind: "share", material, bloc })),
		),
		{ kind: "cost" },
	];
	return refs.map((ref) => ({
		id: resultId(ref),
		ref,
		title: resultTitle(book, ref),
		unit: unitOf(ref),
	}));
}
