import { nameOf, useCatalog } from "../engine/catalog.ts";
import { cellId } from "../lib/cell.ts";
import { exact, number, percent, quantity } from "../lib/format.ts";
import { Sources } from "../parts/Sources.tsx";
import { STAGE_WORDS, tonnes } from "../parts/status.ts";
import { Fact, Facts } from "./Facts.tsx";
import { CardHead, CardPart, Missing, Open } from "./Inspector.tsx";

const PRICES = 6;

/** A material: what a tonne of it counts, what it holds, how it is made, what it costs. */
export function MaterialCard({ id }: { readonly id: string }) {
	const catalog = useCatalog();
	const { tables, processes, materials, elements } = catalog;
	const material = materials.get(id);
	if (!material) return <Missing what={id} />;
	const holds = tables.compositions
		.filter((row) => row.material_id === id)
		.toSorted((a, b) => b.fraction - a.fraction);
	const makers = tables.recipes.filter((row) => row.material_id === id && row.role === "output");
	const prices = tables.prices
		.filter((row) => row.material_id === id)
		.toSorted((a, b) => b.period.localeCompare(a.period));
	return (
		<>
			<CardHead kind={`Material · ${STAGE_WORDS[material.stage]}`} title={material.name} />
			<CardPart title="What it is">
				<Facts>
					<Fact name="A tonne counts">{tonnes(material.basis)}</Fact>
					<Fact name="Customs code" cited={material}>
						{material.hs_code}
					</Fact>
					<Fact name="Surplus">
						{material.disposal_cost_usd_per_t === null
							? "not allowed"
							: `disposed of at ${quantity(material.disposal_cost_usd_per_t, "USD/t")}`}
					</Fact>
				</Facts>
			</CardPart>
			<CardPart title="Contained elements">
				{holds.length === 0 && <p className="quiet">None of the listed elements.</p>}
				<ul className="card-list">
					{holds.map((row) => (
						<li key={row.element_id}>
							<span>{nameOf(elements, row.element_id)}</span>
							<span title={exact(row.fraction)}>
								{percent(row.fraction)}
								<Sources
									ids={row.source_ids}
									confidence={row.confidence}
									note={row.note}
									of={`content of ${row.element_id}`}
									cell={cellId("compositions", row, "fraction")}
								/>
							</span>
						</li>
					))}
				</ul>
			</CardPart>
			<CardPart title="Made by">
				{makers.map((maker) => (
					<div className="unit" key={maker.process_id}>
						<p className="unit-name">{nameOf(processes, maker.process_id)}</p>
						<table className="mini">
							<thead>
								<tr>
									<th scope="col">Material</th>
									<th scope="col">In or out</th>
									<th scope="col">t per t</th>
								</tr>
							</thead>
							<tbody>
								{tables.recipes
									.filter((row) => row.process_id === maker.process_id)
									.map((row) => (
										<tr key={row.material_id + row.role}>
											<td>
												<Open what={`material:${row.material_id}`}>{row.material_id}</Open>
											</td>
											<td>{row.role === "input" ? "in" : "out"}</td>
											<td title={exact(row.coefficient)}>
												{number(row.coefficient)}
												<Sources
													ids={row.source_ids}
													confidence={row.confidence}
													note={row.note}
													of={`recipe of ${row.material_id}`}
													cell={cellId("recipes", row, "coefficient")}
												/>
											</td>
										</tr>
									))}
							</tbody>
						</table>
					</div>
				))}
				{makers.length === 0 && <p className="quiet">No process of this package makes it.</p>}
			</CardPart>
			<CardPart title="Prices, newest first">
				{prices.length === 0 && <p className="quiet">No price is in this package.</p>}
				<ul className="card-list">
					{prices.slice(0, PRICES).map((row) => (
						<li key={row.id}>
							<span>
								{row.period} <span className="quiet small">{row.market}</span>
							</span>
							<span title={exact(row.price_usd_per_kg, "USD/kg")}>
								{quantity(row.price_usd_per_kg, "USD/kg")}
								<Sources
									ids={row.source_ids}
									confidence={row.confidence}
									note={row.note}
									of={`price of ${row.period}`}
									cell={cellId("prices", row, "price_usd_per_kg")}
								/>
							</span>
						</li>
					))}
				</ul>
			</CardPart>
		</>
	);
}
