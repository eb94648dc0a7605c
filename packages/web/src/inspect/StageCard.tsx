import type { CoverageRow, MarginalValue } from "@lodegrid/engine/chain";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useCatalog } from "../engine/catalog.ts";
import { useChain, useMargins, useSolution, useVerified } from "../engine/queries.ts";
import { capital, exact, number, percent, quantity } from "../lib/format.ts";
import { isWeakest } from "../pages/chain/stages.ts";
import { BLOC_WORDS, STAGE_WORDS, tonnes } from "../parts/status.ts";
import { plantBloc } from "../scenario/blocs.ts";
import { useView } from "../scenario/use-view.ts";
import { BLOCS } from "../scenario/view.ts";
import { CardHead, CardPart, Open } from "./Inspector.tsx";
import { PlantUse } from "./PlantUse.tsx";

const MARGINS_SHOWN = 4;

/** A stage of the chain: need and capacity of each material, plants, what one more tonne is worth. */
export function StageCard({ id: stage }: { readonly id: string }) {
	const catalog = useCatalog();
	const view = useView();
	const { data } = useChain(view);
	const solution = useSolution(view, true);
	const rows = data?.coverage.rows.filter((row) => row.stage === stage) ?? [];
	const units = (solution.data?.units ?? []).filter(
		(unit) => unit.stage === stage && unit.capacity > 0,
	);
	const byBloc = Map.groupBy(units, ({ facility }) => {
		const plant = catalog.facilities.get(facility);
		return plant ? plantBloc(catalog, view, plant) : "neutral";
	});
	return (
		<>
			<CardHead kind="Stage of the chain" title={STAGE_WORDS[stage] ?? stage}>
				{data && rows.some((row) => isWeakest(data.coverage, row)) && (
					<p>
						<b>The weakest link.</b> {data.coverage.sentence}.
					</p>
				)}
			</CardHead>
			{rows.map((row) => (
				<NeedPart key={row.name} row={row} />
			))}
			<Margins stage={stage} />
			{BLOCS.map((bloc) => {
				const own = byBloc.get(bloc);
				return (
					own && (
						<CardPart key={bloc} title={`${BLOC_WORDS[bloc]} plants with capacity, ${view.year}`}>
							<PlantUse units={own} bloc={bloc} />
						</CardPart>
					)
				);
			})}
			{!solution.data && (
				<CardPart title="Plants">
					<p className="quiet">Solving …</p>
				</CardPart>
			)}
		</>
	);
}

function NeedPart({ row }: { readonly row: CoverageRow }) {
	const unit = row.basis === "contained oxide" ? "t oxide/yr" : `${tonnes(row.basis)}/yr`;
	return (
		<CardPart title={row.name}>
			<table className="mini">
				<thead>
					<tr>
						<th scope="col">Effective capacity, {unit}</th>
						<th scope="col">Plants</th>
						<th scope="col">t</th>
						<th scope="col">of need</th>
					</tr>
				</thead>
				<tbody>
					{BLOCS.map((bloc) => (
						<tr key={bloc}>
							<td>
								<i className="swatch" data-bloc={bloc} />
								{BLOC_WORDS[bloc]}
							</td>
							<td>{row.plants[bloc]}</td>
							<td title={exact(row.capability[bloc], unit)}>{number(row.capability[bloc])}</td>
							<td>{percent(row.need > 0 ? row.capability[bloc] / row.need : null)}</td>
						</tr>
					))}
				</tbody>
			</table>
			<p className="small">
				Need: <span title={exact(row.need, unit)}>{quantity(row.need, unit)}</span>. Home and allied
				cover {percent(row.coverage)} of it
				{row.coverageWithRecycling !== row.coverage &&
					`, ${percent(row.coverageWithRecycling)} with recycling`}
				. <Open what={`rests:${row.stage}`}>The numbers it rests on</Open>
				{row.alsoNeeded > 0 && "."}
				{row.alsoNeeded > 0 && ` Other products need ${quantity(row.alsoNeeded, unit)} as well.`}
			</p>
		</CardPart>
	);
}

function Margins({ stage }: { readonly stage: string }) {
	const view = useView();
	const { data } = useMargins(view);
	const values = [...(data?.existing ?? []), ...(data?.elsewhere ?? [])]
		.filter((value) => value.stage === stage)
		.toSorted((a, b) => b.unlocks - a.unlocks || b.rent - a.rent)
		.slice(0, MARGINS_SHOWN);
	return (
		<CardPart title="What one more tonne is worth">
			{!data && <p className="quiet">Working it out …</p>}
			{data && values.length === 0 && (
				<p>
					Nothing: no unit of this stage is at its limit in this scenario
					{view.closed === "" ? ", while rivals take part" : ""}.
				</p>
			)}
			{values.map((value) => (
				<Margin key={value.sentence} value={value} />
			))}
		</CardPart>
	);
}

function Margin({ value }: { readonly value: MarginalValue }) {
	const view = useView();
	const [asked, setAsked] = useState(false);
	const { data, error, isFetching } = useVerified(view, value, asked);
	const { place } = value;
	return (
		<div className="margin">
			<p>
				{place.kind === "unit" ? (
					<Open what={`facility:${place.facility}`}>{capital(value.sentence)}</Open>
				) : (
					capital(value.sentence)
				)}
				.
			</p>
			{!data && (
				<Button size="compact-xs" loading={isFetching} onClick={() => setAsked(true)}>
					Check by solving again
				</Button>
			)}
			{error && <p className="small">{error.message}</p>}
			{data && (
				<p className="small">
					{data.agrees ? "Confirmed" : "Holds for less than a tonne"}: {data.sentence}
				</p>
			)}
		</div>
	);
}
