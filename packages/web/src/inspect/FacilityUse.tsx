import type { Bloc } from "@lodegrid/engine/chain";
import { nameOf, useCatalog } from "../engine/catalog.ts";
import { useSolution } from "../engine/queries.ts";
import { exact, percent, quantity } from "../lib/format.ts";
import { tonnes } from "../parts/status.ts";
import { useView } from "../scenario/use-view.ts";
import { Fact, Facts } from "./Facts.tsx";
import { CardPart } from "./Inspector.tsx";

interface Props {
	readonly facility: string;
	readonly bloc: Bloc;
}

/** What the solved scenario does with a plant: activity, utilisation, what its limit is worth. */
export function FacilityUse({ facility, bloc }: Props) {
	const catalog = useCatalog();
	const view = useView();
	const { data, isPending, fetchStatus } = useSolution(view, true);
	const title = `In this scenario, ${view.year}`;
	if (!data)
		return (
			<CardPart title={title}>
				<p className="quiet">
					{isPending && fetchStatus === "idle" ? "Not solved." : "Solving the scenario …"}
				</p>
			</CardPart>
		);
	const units = data.units.filter((unit) => unit.facility === facility);
	const lines = data.lines.filter((line) => line.facility === facility && line.activity > 1e-6);
	return (
		<CardPart title={title}>
			{units.length === 0 && <p>It has no capacity in this year, so it does not run.</p>}
			{units.map((unit) => {
				const process = catalog.linesOf
					.get(facility)
					?.find((line) => line.unit_id === unit.unit)?.process_id;
				const reference = catalog.processes.get(process ?? "")?.reference_material_id ?? "";
				const per = `${tonnes(catalog.materials.get(reference)?.basis)}/yr`;
				const share = unit.capacity > 0 ? unit.used / unit.capacity : 0;
				return (
					<div className="unit" key={unit.unit}>
						<div className="use" data-bloc={bloc}>
							<i style={{ width: `${Math.min(100, share * 100)}%` }} />
						</div>
						<Facts>
							<Fact name="Runs at" exact={exact(unit.used, per)}>
								{quantity(unit.used, per)} of {quantity(unit.capacity, per)} ({percent(share)})
							</Fact>
							<Fact name="Value of its limit" exact={exact(unit.rent, "USD per t/yr")}>
								{unit.rent > 0.005
									? `One more t/yr of capacity here would lower the cost of the whole chain, shortages included, by ${quantity(unit.rent, "USD")}.`
									: "None: it has capacity to spare."}
							</Fact>
						</Facts>
					</div>
				);
			})}
			{lines.length > 1 && (
				<ul className="card-list">
					{lines.map((line) => (
						<li key={`${line.line}${line.compliant}`}>
							<span>
								{nameOf(catalog.processes, line.process)}
								{line.compliant && " (compliant)"}
							</span>
							<span title={exact(line.activity, "t")}>{quantity(line.activity, "t")}</span>
						</li>
					))}
				</ul>
			)}
		</CardPart>
	);
}
