import type { Verdict } from "@lodegrid/engine/evidence";
import { useCatalog } from "../engine/catalog.ts";
import { Open } from "../inspect/Inspector.tsx";
import { number } from "../lib/format.ts";
import { intervalOf, symbolOf } from "./figure.ts";
import { filled } from "./formula.ts";
import "./evidence-parts.css";

/** What came out when a figure was worked out again: found, expected, factor, the sum itself. */
export function Recomputed({ verdict }: { readonly verdict: Verdict }) {
	const catalog = useCatalog();
	const unit = symbolOf(catalog.units, catalog.claims.get(verdict.claim)?.unit_id ?? null);
	const sum = filled(verdict, catalog);
	const { found, expected, factor } = verdict;
	return (
		<div className="recomputed small">
			<p>{verdict.sentence}</p>
			{sum && (
				<p className="recomputed-sum">
					{sum.map(({ text, at, claim }) =>
						claim ? (
							<Open key={at} what={`claim:${claim}`}>
								{text}
							</Open>
						) : (
							<span key={at}>{text}</span>
						),
					)}
					{expected && ` = ${intervalOf(expected, unit)}`}
				</p>
			)}
			{found && expected && (
				<dl className="recomputed-numbers">
					<div>
						<dt>Printed</dt>
						<dd>{intervalOf(found, unit)}</dd>
					</div>
					<div>
						<dt>Works out as</dt>
						<dd>{intervalOf(expected, unit)}</dd>
					</div>
					{factor !== null && (
						<div>
							<dt>Factor</dt>
							<dd>×&#8239;{number(factor)}</dd>
						</div>
					)}
				</dl>
			)}
		</div>
	);
}
