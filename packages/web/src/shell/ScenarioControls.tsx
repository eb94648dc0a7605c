import type { ReactNode } from "react";
import { useId } from "react";
import type { Catalog } from "../engine/catalog.ts";
import { productsOf, yearsOf } from "../scenario/choices.ts";
import { useChangeView, useView } from "../scenario/use-view.ts";
import { CASES, SCOPES, type View } from "../scenario/view.ts";
import { BlocsEditor } from "./BlocsEditor.tsx";
import { OwnMark } from "./OwnMark.tsx";

const SCOPE_NAMES = {
	allied: "Home and allied",
	"allied-defence": "Home and allied defence",
	"allied-commercial": "Home and allied commercial",
	home: "Home",
	"home-defence": "Home defence",
	"home-commercial": "Home commercial",
	all: "World",
} as const;

/** The controls of the scenario, in the order one would say them aloud. */
export function ScenarioControls({ catalog }: { readonly catalog: Catalog }) {
	const view = useView();
	const { tables } = catalog;
	return (
		<div className="controls">
			<div className="control vintage">
				<span className="control-name">Data</span>
				<a href="/data/baseline/datapackage.json" title={`Package hash ${catalog.hash}`}>
					{catalog.version}
				</a>
				<OwnMark />
			</div>
			<Choice name="Home" field="home">
				{tables.regions
					.filter(({ kind }) => kind === "country")
					.toSorted((a, b) => a.name.localeCompare(b.name))
					.map(({ id, name }) => (
						<option key={id} value={id}>
							{name}
						</option>
					))}
			</Choice>
			<Choice name="Product" field="product">
				{productsOf(catalog).map(({ id, name }) => (
					<option key={id} value={id}>
						{name}
					</option>
				))}
			</Choice>
			<Choice name="Demand" field="scope">
				{SCOPES.map((scope) => (
					<option key={scope} value={scope}>
						{SCOPE_NAMES[scope]}
					</option>
				))}
			</Choice>
			<Choice name="Year" field="year">
				{yearsOf(catalog, view.year).map((year) => (
					<option key={year} value={year}>
						{year}
					</option>
				))}
			</Choice>
			<BlocsEditor catalog={catalog} />
			<Choice name="Defence case" field="defence">
				{CASES.map((name) => (
					<option key={name} value={name}>
						{name}
					</option>
				))}
			</Choice>
			<Choice name="Provenance" field="rule">
				<option value="none">No rule</option>
				<option value="dated">Rules in force</option>
				{tables.provenance_rules.map(({ id, title }) => (
					<option key={id} value={id}>
						{title}
					</option>
				))}
			</Choice>
			<Choice name="Measures" field="measures">
				<option value="on">in force</option>
				<option value="off">none</option>
			</Choice>
		</div>
	);
}

interface ChoiceProps {
	readonly name: string;
	readonly field: keyof View;
	readonly children: ReactNode;
}

function Choice({ name, field, children }: ChoiceProps) {
	const view = useView();
	const change = useChangeView();
	const id = useId();
	return (
		<div className="control" data-field={field}>
			<label className="control-name" htmlFor={id}>
				{name}
			</label>
			<select
				id={id}
				value={view[field]}
				onChange={({ target }) =>
					change({ [field]: field === "year" ? Number(target.value) : target.value })
				}
			>
				{children}
			</select>
		</div>
	);
}
