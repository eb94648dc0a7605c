import { nameOf, useCatalog } from "../engine/catalog.ts";
import { useChain } from "../engine/queries.ts";
import { capital, exact, quantity } from "../lib/format.ts";
import { groupName, nodeId, nodeKey } from "../pages/chain/keys.ts";
import { STAGE_WORDS, tonnes } from "../parts/status.ts";
import { useView } from "../scenario/use-view.ts";
import { CardHead, CardPart, Missing, Open } from "./Inspector.tsx";

const NOT_HERE =
	"Nothing of the product passes here in this scenario, or too little to be drawn on its own.";

/** A flow between two stages: how much, of what, between whom. */
export function FlowCard({ id }: { readonly id: string }) {
	const catalog = useCatalog();
	const { data } = useChain(useView());
	if (!data) return <p className="quiet">Solving …</p>;
	const [from = "", to = ""] = id.split(">").map(nodeId);
	const link = data.sankey.links.find(({ source, target }) => source === from && target === to);
	if (!link) return <Missing what={id} why={NOT_HERE} />;
	const stage = (node: string) => node.slice(0, node.indexOf("|"));
	const group = (node: string) => groupName(catalog, node.slice(node.indexOf("|") + 1));
	const end = (node: string) => (
		<Open what={nodeKey(node)}>
			{group(node)}, {(STAGE_WORDS[stage(node)] ?? capital(stage(node))).toLowerCase()}
		</Open>
	);
	return (
		<>
			<CardHead kind="Flow" title={`${group(from)} to ${group(to)}`}>
				<p title={exact(link.value, data.sankey.unit)}>
					{quantity(link.value, data.sankey.unit)} on the way to the product, from {end(from)} to{" "}
					{end(to)}.
				</p>
			</CardHead>
			<CardPart title="Made of, t as named">
				<ul className="card-list">
					{link.materials.map(({ material, t }) => (
						<li key={material}>
							<Open what={`material:${material}`}>{nameOf(catalog.materials, material)}</Open>
							<span title={exact(t, "t")}>
								{quantity(t, tonnes(catalog.materials.get(material)?.basis))}
							</span>
						</li>
					))}
				</ul>
			</CardPart>
			<CardPart title="How sure">
				<p>
					A flow of the solved model, shared out in proportion where flows mix; nobody published it.
					Among equally cheap routes one is shown.{" "}
					<Open what="rests:all">The numbers it rests on</Open>
				</p>
			</CardPart>
		</>
	);
}
