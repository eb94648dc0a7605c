import { useState } from "react";
import { number } from "../../../lib/format.ts";
import { FACETS } from "./facets.ts";
import type { Option, Selection } from "./select.ts";

interface Props {
	readonly options: Selection["options"];
	readonly onToggle: (facet: string, value: string) => void;
}

/** The choices among the claims, each with how many claims it would show. */
export function FacetList({ options, onToggle }: Props) {
	const chosen = [...options.values()].flat().filter(({ on }) => on).length;
	const [open, setOpen] = useState(false);
	return (
		<section className="facets" aria-label="Narrow the claims" data-open={open || undefined}>
			<button
				type="button"
				className="plain facets-open"
				aria-expanded={open}
				onClick={() => setOpen(!open)}
			>
				Narrow the claims{chosen > 0 && ` (${chosen} chosen)`}
			</button>
			<div className="facets-all">
				{FACETS.map(({ id, title }) => (
					<FacetChoices
						key={id}
						title={title}
						options={options.get(id) ?? []}
						onToggle={(value) => onToggle(id, value)}
					/>
				))}
			</div>
		</section>
	);
}

interface ChoicesProps {
	readonly title: string;
	readonly options: readonly Option[];
	readonly onToggle: (value: string) => void;
}

/** Values shown at first; those chosen always are. */
const SHOWN = 6;
/** Rows of a list that is opened whole; beyond them it is searched. */
const MOST = 60;

function FacetChoices({ title, options, onToggle }: ChoicesProps) {
	const [all, setAll] = useState(false);
	const [words, setWords] = useState("");
	if (options.length === 0) return null;
	const found = all
		? options.filter(({ name, on }) => on || name.toLowerCase().includes(words.toLowerCase()))
		: options.filter(({ on }, i) => on || i < SHOWN);
	return (
		<fieldset>
			<legend>{title}</legend>
			{all && options.length > MOST && (
				<input
					type="search"
					className="facet-words"
					aria-label={`Search in ${title}`}
					placeholder={`Search ${number(options.length)}`}
					value={words}
					onChange={({ target }) => setWords(target.value)}
				/>
			)}
			{found.slice(0, all ? MOST : undefined).map(({ value, name, count, on }) => (
				<label key={value} className="facet-option" data-empty={count === 0 || undefined}>
					<input type="checkbox" checked={on} onChange={() => onToggle(value)} />
					<span className="facet-name" title={name}>
						{name}
					</span>
					<span className="quiet">{number(count, 12)}</span>
				</label>
			))}
			{all && found.length > MOST && (
				<p className="quiet small">{found.length - MOST} more; search for them</p>
			)}
			{options.length > SHOWN && (
				<button type="button" className="plain open small" onClick={() => setAll(!all)}>
					{all ? "Fewer" : `All ${number(options.length, 12)}`}
					<span className="hidden"> of {title}</span>
				</button>
			)}
		</fieldset>
	);
}
