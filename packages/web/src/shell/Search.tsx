import { Modal } from "@mantine/core";
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from "react";
import { type Catalog, nameOf } from "../engine/catalog.ts";
import { useOpened } from "../engine/queries.ts";
import { useChangeView } from "../scenario/use-view.ts";
import "./search.css";

interface Hit {
	readonly key: string;
	readonly name: string;
	readonly kind: string;
	readonly detail: string;
	/** Lower case, what is searched. */
	readonly text: string;
}

const SHOWN = 12;

/** Finds a facility, material, region or operator by any part of its name, and opens it. */
export function Search({
	opened,
	onClose,
}: {
	readonly opened: boolean;
	readonly onClose: () => void;
}) {
	return (
		<Modal.Root
			opened={opened}
			onClose={onClose}
			size="lg"
			yOffset="10vh"
			transitionProps={{ duration: 0 }}
		>
			<Modal.Overlay />
			<Modal.Content aria-label="Search">
				<SearchBox onClose={onClose} />
			</Modal.Content>
		</Modal.Root>
	);
}

/** The letters typed right after `/` belong to the search, however busy the page is. */
const focusAtOnce = (input: HTMLInputElement | null): void => input?.focus();

function SearchBox({ onClose }: { readonly onClose: () => void }) {
	const { data: catalog } = useOpened();
	const change = useChangeView();
	const [words, setWords] = useState("");
	const [at, setAt] = useState(0);
	const list = useId();
	const all = useMemo(() => (catalog ? everything(catalog) : []), [catalog]);
	const asked = useDeferredValue(words);
	const hits = useMemo(() => find(all, asked), [all, asked]);
	const current = Math.min(at, hits.length - 1);

	const open = (hit: Hit | undefined) => {
		if (!hit) return;
		change({ inspect: hit.key });
		onClose();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "ArrowDown") setAt(Math.min(hits.length - 1, current + 1));
		else if (event.key === "ArrowUp") setAt(Math.max(0, current - 1));
		else if (event.key === "Enter") open(hits[current]);
		else return;
		event.preventDefault();
	};

	return (
		<search className="search">
			<input
				type="text"
				role="combobox"
				data-autofocus
				ref={focusAtOnce}
				aria-label="Search facilities, materials, regions and operators"
				aria-expanded={hits.length > 0}
				aria-controls={list}
				aria-activedescendant={hits[current] ? `${list}-${current}` : undefined}
				placeholder="Facility, material, region, operator"
				value={words}
				onChange={({ target }) => {
					setWords(target.value);
					setAt(0);
				}}
				onKeyDown={onKeyDown}
			/>
			<div id={list} role="listbox" aria-label="Found" className="search-hits">
				{hits.map((hit, i) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above takes the keys
					<div
						key={hit.key}
						id={`${list}-${i}`}
						role="option"
						tabIndex={-1}
						aria-selected={i === current}
						onClick={() => open(hit)}
						onPointerMove={() => setAt(i)}
					>
						<span>{hit.name}</span>
						<span className="quiet small">
							{hit.kind}
							{hit.detail && ` · ${hit.detail}`}
						</span>
					</div>
				))}
			</div>
			{words.trim() !== "" && hits.length === 0 && (
				<p className="search-none">
					Nothing is called “{words.trim()}”. Try a shorter part of the name, a country or an
					element.
				</p>
			)}
		</search>
	);
}

function everything(catalog: Catalog): Hit[] {
	const { tables, regions, operators } = catalog;
	const hit = (key: string, name: string, kind: string, detail: string): Hit => ({
		key,
		name,
		kind,
		detail,
		text: `${name} ${detail} ${key.slice(key.indexOf(":") + 1)}`.toLowerCase(),
	});
	return [
		...tables.regions.map(({ id, name }) => hit(`region:${id}`, name, "Region", id)),
		...tables.materials.map(({ id, name, stage }) =>
			hit(`material:${id}`, name, "Material", stage),
		),
		...tables.facilities.map((row) =>
			hit(
				`facility:${row.id}`,
				row.name,
				"Facility",
				`${nameOf(operators, row.operator_id)}, ${nameOf(regions, row.region_id)}`,
			),
		),
	];
}

function find(all: readonly Hit[], words: string): readonly Hit[] {
	const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
	if (parts.length === 0) return [];
	const rank = ({ name }: Hit) => (name.toLowerCase().startsWith(parts[0] ?? "") ? 0 : 1);
	return all
		.filter(({ text }) => parts.every((part) => text.includes(part)))
		.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
		.slice(0, SHOWN);
}
