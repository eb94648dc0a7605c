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
	/** The number itself, `table/row/column`: the mark opens its claims. */
	readonly cell?: string | undefined;
}

/**
 * A small mark beside a figure: who says so. A number of the model opens its claims, the rule that
 * made it and its sources; anything else lists its sources here.
 */
export function Sources(props: Props) {
	const { ids, confidence, of, cell } = props;
	const change = useChangeView();
	const { assumptions } = useCatalog();
	const assumed = ids.filter((id) => assumptions.has(id)).length;
	const mark = {
		type: "button",
		className: "source-mark",
		"data-weak": (confidence !== "high" && confidence !== "medium") || undefined,
		"data-assumed": assumed > 0 || undefined,
		"aria-label": `${cell ? "Claims and sources" : "Sources"} of ${of}: ${ids.length}, confidence ${confidence}`,
		children: assumed > 0 ? "a" : ids.length,
	} as const;
	if (cell) return <button {...mark} onClick={() => change({ inspect: `number:${cell}` })} />;
	return (
		<Popover width={360} position="bottom-end" trapFocus returnFocus>
			<Popover.Target>
				<button {...mark} />
			</Popover.Target>
			<Listed {...props} />
		</Popover>
	);
}

function Listed({ ids, confidence, note, of }: Props) {
	const { sources, assumptions } = useCatalog();
	return (
		<Popover.Dropdown className="sources" aria-label={`Sources of ${of}`}>
			<p className="sources-confidence">
				Confidence: <b>{confidence}</b>
			</p>
			{note && <p className="sources-note">{note}</p>}
			<ul>
				{ids.flatMap((id) => {
					const source = sources.get(id);
					return source ? [<SourceEntry key={id} source={source} />] : [];
				})}
				{ids.flatMap((id) => {
					const assumption = assumptions.get(id);
					return assumption ? [<AssumptionEntry key={id} assumption={assumption} />] : [];
				})}
			</ul>
		</Popover.Dropdown>
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
