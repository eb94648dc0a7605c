import { useCatalog } from "../../engine/catalog.ts";
import type { ChainAnswer } from "../../engine/protocol.ts";

/** How the answer is worked out, what its numbers mean, what it can't see. */
export function ChainMethod({ answer }: { readonly answer: ChainAnswer }) {
	const { name, version, hash } = useCatalog();
	return (
		<>
			<h2>Coverage and the weakest link</h2>
			<p>
				The need at each stage follows from the demand for the product through the recipes of the
				data package. Coverage is the effective capacity of home and allied plants, as if they made
				nothing else, over that need; the smallest coverage is the weakest link.
			</p>
			<code className="equation">
				{
					"need[m]     = demand · t of m per t of product, along the recipes\ncoverage[m] = Σ effective capacity of home and allied plants for m / need[m]"
				}
			</code>
			<p>
				A separator’s oxides come together, so their capacity is what the feed of the same bloc
				allows. At the mine the need is the element contained in any ore, in t of its oxide.
				Recycling is not counted in coverage; the table shows it beside.
			</p>
			<h2>Flows</h2>
			<p>
				The flows are one solution of a linear programme over a year: least shortage tier by tier
				(tier 1, defence, first), then least cost. For every material m, region r:
			</p>
			<code className="equation">
				{
					"made + arrived + stock before = used + shipped + delivered + stock after + surplus\ndelivered + shortage = demand        activity ≤ effective capacity        shipments ≤ lane or licence cap"
				}
			</code>
			<p>
				Widths count {answer.sankey.unit}: the element followed through oxides, metals, alloys and
				magnets, so that widths compare from stage to stage but for losses. Where flows mix, each
				leaves with the mix that entered (proportional sharing).
			</p>
			<h2>What a dual means</h2>
			<p>
				A capacity rent is the fall of the whole chain’s yearly cost for one more t/yr of capacity
				at a place, at unchanged service, USD per t/yr. Where demand is short, a second dual says
				how many tonnes of shortage one more t/yr would remove. Both hold at the margin; “Check by
				solving again” in the inspector adds one tonne and solves the chain again.
			</p>
			<h2>What it can’t see</h2>
			<ul>
				<li>
					Qualification of grades, contracts and friendships between firms: any plant of a bloc may
					feed any other.
				</li>
				<li>
					Plants that nobody reports. Hatched nodes rest mostly on assumed or aggregate capacity;
					their range is in the assumptions.
				</li>
				<li>Weeks and months: a year is one period here, so short gaps average out.</li>
				<li>Among equally cheap routes one is shown; totals are firmer than single flows.</li>
			</ul>
			<h2>What this was made from</h2>
			<p>
				Data package {name} {version}, content hash <code>{hash.slice(0, 16)}…</code>. The address
				of this page replays it.
			</p>
		</>
	);
}
