import { Popover } from "@mantine/core";
import { type RowOf, useCatalog } from "../engine/catalog.ts";
import { quantity } from "../lib/format.ts";
import { webLink } from "../lib/link.ts";
import { useChangeView } from "../scenario/use-view.ts";
import "./sources.css";

interface Props {
	readonly ids: readonly string[];
	readonly confidence: string;
	readonly note?: string | null;
	/** What the figure is, for the mark's accessible name. */
	readonly of: string;
	/** The number itself, `table/row/column`: its claims are one click further. */
	readonly cell?: string | undefined;
}

/** A small mark beside a figure; opens who says so, how sure, and any assumption behind it. */
export function Sources({ ids, confidence, note, of, cell }: Props) {
	const { sources, assumptions } = useCatalog();
	const cited = ids.flatMap((id) => sources.get(id) ?? []);
	const assumed = ids.flatMap((id) => assumptions.get(id) ?? []);
	const change = useChangeView();
	const weak = confidence !== "high" && confidence !== "medium";
	return (
		<Popover width={360} position="bottom-end" trapFocus returnFocus>
			<Popover.Target>
				<button
					type="button"
					className="source-mark"
					data-weak={weak || undefined}
					data-assumed={assumed.length > 0 || undefined}
					aria-label={`Sources of ${of}: ${ids.length}, confidence ${confidence}`}
				>
					{assumed.length > 0 ? "a" : ids.length}
				</button>
			</Popover.Target>
			<Popover.Dropdown className="sources" aria-label={`Sources of ${of}`}>
				<p className="sources-confidence">
					Confidence: <b>{confidence}</b>
				</p>
				{note && <p className="sources-note">{note}</p>}
				{cell && (
					<button
						type="button"
						className="plain open sources-claims"
						onClick={() => change({ inspect: `number:${cell}` })}
					>
						From the claims to this number
					</button>
				)}
				<ul>
					{cited.map((source) => (
						<SourceEntry key={source.id} source={source} />
					))}
					{assumed.map((assumption) => (
						<AssumptionEntry key={assumption.id} assumption={assumption} />
					))}
				</ul>
			</Popover.Dropdown>
		</Popover>
	);
}

/** Sources and assumptions written out in full, in the order they are cited. */
export function SourceList({ ids }: { readonly ids: readonly string[] }) {
	const { sources, assumptions } = useCatalog();
	return (
		<ul className="source-list small">
			{ids.map((id) => {
				const source = sources.get(id);
				const assumption = assumptions.get(id);
				return source ? (
					<SourceEntry key={id} source={source} />
				) : assumption ? (
					<AssumptionEntry key={id} assumption={assumption} />
				) : null;
			})}
		</ul>
	);
}

function SourceEntry({ source }: { readonly source: RowOf<"sources"> }) {
	const link = webLink(source.url);
	return (
		<li>
			{link ? (
				<a href={link} target="_blank" rel="noreferrer noopener">
					{source.title}
				</a>
			) : (
				<span>{source.title}</span>
			)}
			<span className="source-meta">
				{source.publisher}
				{" · "}
				{source.published ?? "date unknown"}
				{" · "}
				{source.kind.replace("_", " ")}
				{link ? "" : " · not opened"}
			</span>
			{source.note && <span className="source-meta">{source.note}</span>}
		</li>
	);
}

function AssumptionEntry({ assumption }: { readonly assumption: RowOf<"assumptions"> }) {
	const { statement, value, low, high, unit, reason } = assumption;
	return (
		<li className="assumption">
			<b>Assumption.</b> {statement}
			<span className="source-meta">
				{value !== null && `${quantity(value, unit ?? "")}`}
				{low !== null &&
					high !== null &&
					` (${quantity(low, "")} to ${quantity(high, unit ?? "")})`}
			</span>
			<span className="source-meta">{reason}</span>
		</li>
	);
}
