import { claimsAnswer, claimsNumbers } from "./claims/answer.ts";
import { EvidenceHead } from "./frame.tsx";
import { useLedger } from "./use-ledger.ts";

/** What a claim is, how a number comes of claims, what the checks do and can't see. */
export function MethodView() {
	const { evidence, entries } = useLedger();
	return (
		<>
			<EvidenceHead
				answer={claimsAnswer(entries, entries.length, evidence.data, evidence.isFetching)}
				numbers={claimsNumbers(entries, entries.length, evidence.data)}
			/>
			<div className="method">
				<h2>A claim</h2>
				<p>
					One figure that somebody published, as printed, with who says so. The chain runs from the
					outlet it was read in, over whom that quotes, to the origin. A <b>bound</b> (“over
					9&#8239;000”) is never a value. A <b>token</b> (W withheld, NA not available, E net
					exporter) is never a number. A figure that was worked out here is marked and never counts
					as said. An earlier edition is kept and shown, and no longer used.
				</p>
				<h2>One quantity</h2>
				<p>
					Figures are compared only when subject, attribute, basis, scope and period agree; units
					convert only within one dimension. Tonnes of oxide, metal and magnet never meet, nor do
					rounds in hand and rounds ever delivered.
				</p>
				<code className="equation">
					{"quantity = subject | attribute | basis | scope | period"}
				</code>
				<h2>From claims to a number of the model</h2>
				<p>
					Claims with one origin count once: ten outlets that repeat a study are one voice. A rule
					then gives the number: the newest official figure, the median over independent origins,
					the span of all, or the analyst’s own figure with its reason. A number without such a rule
					stands on its own row: its figure, its range, its sources. Open any number of the app to
					see its way.
				</p>
				<h2>The arithmetic</h2>
				<p>
					A figure that follows from others, by its own formula or by an identity between
					attributes, is worked out again with intervals: every figure stands for all numbers that
					round to what is printed. It is an <b>arithmetic error</b> only where no rounding explains
					the difference.
				</p>
				<code className="equation">
					{
						"found    = figure ± half a unit of its last printed digit; “about” ± 5 % at least\nexpected = formula over the intervals of the other figures\nerror    if found and expected have no number in common\nfactor   = expected / found, at face value"
					}
				</code>
				<h2>Disputes</h2>
				<p>
					A quantity is in dispute when figures of different origins differ beyond rounding. The
					list is ordered by the largest figure over the smallest, times the numbers of the model
					that rest on it: where settling it would move most.
				</p>
				<h2>What it can’t see</h2>
				<ul>
					<li>
						Whether a figure is true. Sources that agree may share an error; a figure that adds up
						may be invented.
					</li>
					<li>An origin that nobody names: two outlets then look independent and are not.</li>
					<li>
						A quarrel between words: claims on bases that are not stated are compared only with each
						other.
					</li>
				</ul>
			</div>
		</>
	);
}
