import { columnUnit, NUMBER_COLUMNS, type TableName } from "@lodegrid/engine/dataset";
import type { CellRef, Resolution } from "@lodegrid/engine/evidence";
import { type Catalog, useCatalog } from "../engine/catalog.ts";
import { useResolution } from "../engine/queries.ts";
import { cellTitle, columnOf, readCell, rowOf, tableOf } from "../evidence/cell-title.ts";
import { chainLine } from "../evidence/chain.ts";
import { DistributionSketch } from "../evidence/DistributionSketch.tsx";
import { inUnit } from "../evidence/figure.ts";
import { Printed } from "../evidence/Printed.tsx";
import { ROLE_WORDS, RULE_WORDS } from "../evidence/words.ts";
import { exact } from "../lib/format.ts";
import { SourceList } from "../parts/Sources.tsx";
import { Fact, Facts } from "./Facts.tsx";
import { CardHead, CardPart, Missing, Open } from "./Inspector.tsx";

/** A number of the model: its value, how sure it is, and the way to it from what people said. */
export function NumberCard({ id }: { readonly id: string }) {
	const cell = readCell(id);
	return cell ? <Numbered cell={cell} id={id} /> : <Missing what={id} />;
}

function Numbered({ cell, id }: { readonly cell: CellRef; readonly id: string }) {
	const catalog = useCatalog();
	const { data, error, isPending } = useResolution(cell);
	const unit = unitOf(catalog, cell);
	if (error) return <Missing what={id} why={error.message} />;
	const kind = `Number of the model · ${tableOf(cell.table)?.title.toLowerCase() ?? cell.table}`;
	if (isPending || !data)
		return (
			<CardHead kind={kind} title={cellTitle(catalog, cell)}>
				<p className="quiet">Following it back to its claims …</p>
			</CardHead>
		);
	return (
		<>
			<CardHead
				kind={kind}
				title={<span title={exact(data.value, unit)}>{inUnit(data.value, unit)}</span>}
			>
				<p>{cellTitle(catalog, cell)}</p>
				<p className="quiet small">{columnOf(cell)?.description}</p>
			</CardHead>
			<Warnings warnings={data.warnings} />
			<Belief data={data} unit={unit} row={rowOf(catalog, cell)} />
			<CardPart title="From the claims to the number">
				<ol className="steps">
					{data.steps.map((step) => (
						<li key={step}>{step}</li>
					))}
				</ol>
			</CardPart>
			<Claims data={data} />
			<CardPart title="Rests on">
				{data.sourceIds.length === 0 && <p className="quiet">No source is named.</p>}
				<SourceList ids={data.sourceIds} />
			</CardPart>
		</>
	);
}

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
	if (warnings.length === 0) return null;
	return (
		<CardPart title={warnings.length === 1 ? "Mind this" : "Mind these"}>
			<ul className="warnings">
				{warnings.map((warning) => (
					<li key={warning}>{warning}</li>
				))}
			</ul>
		</CardPart>
	);
}

interface BeliefProps {
	readonly data: Resolution;
	readonly unit: string;
	readonly row: Readonly<Record<string, unknown>> | null;
}

function Belief({ data, unit, row }: BeliefProps) {
	const { value, distribution, rule, stated } = data;
	return (
		<CardPart title="How sure">
			{value !== null && distribution ? (
				<DistributionSketch distribution={distribution} value={value} unit={unit} />
			) : (
				<p className="quiet">A gap: the claims give no number, so there is nothing to spread.</p>
			)}
			<Facts>
				<Fact name="Rule">{RULE_WORDS[rule]}</Fact>
				{stated !== null && stated !== value && (
					<Fact name="In its row" exact={exact(stated, unit)}>
						{inUnit(stated, unit)}
					</Fact>
				)}
				<Fact name="Confidence of its row">{textIn(row, "confidence")}</Fact>
				{textIn(row, "note") && <Fact name="Note of its row">{textIn(row, "note")}</Fact>}
			</Facts>
		</CardPart>
	);
}

function textIn(row: BeliefProps["row"], column: string): string | null {
	const text = row?.[column];
	return typeof text === "string" ? text : null;
}

/** The claims, one block an origin: what counts together once stands together. */
function Claims({ data: { groups, roles } }: { readonly data: Resolution }) {
	const grouped = new Set(groups.flatMap(({ claims }) => claims));
	const apart = roles.filter(({ claim }) => !grouped.has(claim));
	if (roles.length === 0)
		return (
			<CardPart title="Claims">
				<p className="quiet">
					No claim is bound to this number: it stands on its own row and the sources below.
				</p>
			</CardPart>
		);
	return (
		<CardPart title={`Claims, by origin (${groups.length})`}>
			{groups.map(({ origin, claims }) => (
				<OriginBlock
					key={origin}
					origin={origin}
					roles={roles.filter(({ claim }) => claims.includes(claim))}
				/>
			))}
			{apart.length > 0 && <OriginBlock origin={null} roles={apart} />}
		</CardPart>
	);
}

interface OriginProps {
	readonly origin: string | null;
	readonly roles: Resolution["roles"];
}

function OriginBlock({ origin, roles }: OriginProps) {
	const catalog = useCatalog();
	const source = catalog.sources.get(origin ?? "");
	return (
		<section className="origin">
			<h4>{origin === null ? "Not heard" : (source?.publisher ?? origin)}</h4>
			<ul className="card-list roles">
				{roles.map(({ claim, role, why }) => {
					const row = catalog.claims.get(claim);
					return (
						<li key={claim} data-role={role}>
							<span>
								<Open what={`claim:${claim}`}>{row ? <Printed claim={row} /> : claim}</Open>{" "}
								<span className="quiet small">{row && chainLine(catalog, row)}</span>
								<span className="small role-why">
									<b>{ROLE_WORDS[role]}.</b> {why}
								</span>
							</span>
						</li>
					);
				})}
			</ul>
		</section>
	);
}

/** Unit of a number as the documentation writes it; empty where it has none. */
function unitOf(catalog: Catalog, cell: CellRef): string {
	const table = cell.table as TableName;
	const numbers = NUMBER_COLUMNS[table]?.find(({ column }) => column === cell.column);
	const row = rowOf(catalog, cell);
	return numbers && row ? columnUnit(table, numbers, row as NumberRow) : "";
}

type NumberRow = Parameters<typeof columnUnit>[2];
