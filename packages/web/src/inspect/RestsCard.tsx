import type { RestsOn } from "@lodegrid/engine/chain";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useRestsOn } from "../engine/queries.ts";
import { exact, quantity } from "../lib/format.ts";
import { Sources } from "../parts/Sources.tsx";
import { STAGE_WORDS } from "../parts/status.ts";
import { useView } from "../scenario/use-view.ts";
import { CardHead, CardPart, Open } from "./Inspector.tsx";

const SHOWN = 12;

/** The numbers of the package that a result was worked out from; `id` is `need`, `all` or a stage. */
export function RestsCard({ id }: { readonly id: string }) {
	const view = useView();
	const { data, error } = useRestsOn(view);
	const need = id === "need";
	const ofStage = (item: RestsOn) => id === "all" || item.stage === id;
	const capacities = data?.filter((item) => item.part === "capacity" && ofStage(item)) ?? [];
	const recipes = data?.filter((item) => item.part === "recipe" && ofStage(item)) ?? [];
	const demand = data?.filter((item) => item.part === "demand") ?? [];
	return (
		<>
			<CardHead
				kind="What this number rests on"
				title={need ? "The need" : (STAGE_WORDS[id] ?? "The whole way")}
			>
				<p className="quiet">
					Every number of the package that goes into it, largest first. The mark opens its claims
					and sources.
				</p>
			</CardHead>
			{error && <p>{error.message}</p>}
			{!data && !error && <p className="quiet">Looking it up …</p>}
			{data && !need && <Part title="Capacities" items={capacities} />}
			{data && !need && <Part title="Recipes on the way" items={recipes} />}
			{data && <Part title="Demand" items={demand} />}
		</>
	);
}

function Part({ title, items }: { readonly title: string; readonly items: readonly RestsOn[] }) {
	const [all, setAll] = useState(false);
	return (
		<CardPart title={`${title} (${items.length})`}>
			{items.length === 0 && <p className="quiet">None.</p>}
			<ul className="card-list">
				{(all ? items : items.slice(0, SHOWN)).map((item) => (
					<Item key={`${item.stage}${item.cell.row}`} item={item} />
				))}
			</ul>
			{!all && items.length > SHOWN && (
				<Button size="compact-sm" onClick={() => setAll(true)}>
					Show all {items.length}
				</Button>
			)}
		</CardPart>
	);
}

function Item({ item }: { readonly item: RestsOn }) {
	const { cell, place, title, part, value, unit } = item;
	const kind = part === "capacity" ? "facility" : "region";
	return (
		<li>
			<span>{place ? <Open what={`${kind}:${place}`}>{title}</Open> : title}</span>
			<span title={exact(value, unit)}>
				{quantity(value, unit)}
				<Sources
					ids={item.sourceIds}
					confidence={item.confidence}
					of={title}
					cell={`${cell.table}/${cell.row}/${cell.column}`}
				/>
			</span>
		</li>
	);
}
