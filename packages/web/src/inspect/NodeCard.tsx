import { useCatalog } from "../engine/catalog.ts";
import { useChain, useSolution } from "../engine/queries.ts";
import { capital, exact, percent, quantity } from "../lib/format.ts";
import { flowKey, groupName, nodeId } from "../pages/chain/keys.ts";
import { BLOC_WORDS, STAGE_WORDS } from "../parts/status.ts";
import { useView } from "../scenario/use-view.ts";
import { CardHead, CardPart, Missing, Open } from "./Inspector.tsx";
import { PlantUse } from "./PlantUse.tsx";

const NOT_HERE =
	"Nothing of the product passes here in this scenario, or too little to be drawn on its own.";

/** A node of the chain: a country (or bloc) at a stage, what it takes in, puts out and runs. */
export function NodeCard({ id }: { readonly id: string }) {
	const catalog = useCatalog();
	const view = useView();
	const { data } = useChain(view);
	const solution = useSolution(view, true);
	if (!data) return <p className="quiet">Solving …</p>;
	const { sankey } = data;
	const node = sankey.nodes.find((some) => some.id === nodeId(id));
	if (!node) return <Missing what={id} why={NOT_HERE} />;
	const bloc = data.blocs[node.id] ?? "neutral";
	const stage = STAGE_WORDS[node.stage] ?? capital(node.stage);
	const size = Math.max(node.incoming, node.outgoing);
	const whole = sankey.nodes
		.filter((other) => other.stage === node.stage)
		.reduce((sum, other) => sum + Math.max(other.incoming, other.outgoing), 0);
	const own = new Set(node.facilities);
	const units = (solution.data?.units ?? []).filter(
		(unit) => own.has(unit.facility) && unit.stage === node.stage && unit.capacity > 0,
	);
	const flows = (title: string, end: "source" | "target", other: "source" | "target") => {
		const links = sankey.links.filter((link) => link[end] === node.id);
		return (
			links.length > 0 && (
				<CardPart title={title}>
					<ul className="card-list">
						{links.map((link) => (
							<li key={link[other]}>
								<Open what={flowKey(link.source, link.target)}>
									{groupName(catalog, link[other].slice(link[other].indexOf("|") + 1))}
									{", "}
									{link[other].slice(0, link[other].indexOf("|"))}
								</Open>
								<span title={exact(link.value, sankey.unit)}>{quantity(link.value, "t")}</span>
							</li>
						))}
					</ul>
				</CardPart>
			)
		);
	};
	return (
		<>
			<CardHead
				kind={
					<>
						<i className="swatch" data-bloc={bloc} />
						{BLOC_WORDS[bloc]} · {stage}
					</>
				}
				title={groupName(catalog, node.group)}
			>
				<p>
					<span title={exact(size, sankey.unit)}>{quantity(size, sankey.unit)}</span> pass here,{" "}
					{percent(size / whole)} of the stage, on the way to the product.
				</p>
				{data.assumed.includes(node.id) && (
					<p className="quiet">
						Most of it rests on assumed capacities or on plants that are only known together.
					</p>
				)}
			</CardHead>
			{catalog.regions.has(node.group) && (
				<p style={{ marginTop: 8 }}>
					<Open what={`region:${node.group}`}>All about {groupName(catalog, node.group)}</Open>
				</p>
			)}
			<p style={{ marginTop: 8 }}>
				<Open what={`rests:${node.stage}`}>The numbers this stage rests on</Open>
			</p>
			{flows("Comes from", "target", "source")}
			{flows("Goes to", "source", "target")}
			{units.length > 0 && (
				<CardPart title="Plants, used of effective capacity, t">
					<PlantUse units={units} bloc={bloc} />
				</CardPart>
			)}
		</>
	);
}
