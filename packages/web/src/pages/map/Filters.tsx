import { Button } from "@mantine/core";
import { useCatalog } from "../../engine/catalog.ts";
import { BLOC_WORDS, STAGE_WORDS, STATUS_WORDS } from "../../parts/status.ts";
import { shortName } from "../../scenario/choices.ts";
import { useChangeView, useView } from "../../scenario/use-view.ts";
import { BLOCS, type View } from "../../scenario/view.ts";
import { MarkIcon } from "./Mark.tsx";
import { filtered, MAP_STAGES, type Plant } from "./plants.ts";
import "../../parts/chip.css";

/** Filters that are also the legend: each choice shows its mark and how many plants it holds. */
export function Filters({ plants }: { readonly plants: readonly Plant[] }) {
	const catalog = useCatalog();
	const view = useView();
	const change = useChangeView();
	const byStage = filtered(plants, view, catalog, ["stage"]);
	const byStatus = filtered(plants, view, catalog, ["status"]);
	const byBloc = filtered(plants, view, catalog, ["bloc"]);
	const toggle = (field: keyof View, value: string) =>
		change({ [field]: view[field] === value ? "" : value }, "quiet");
	const any = view.stage || view.status || view.bloc || view.operator || view.element;
	return (
		<div className="filters">
			<fieldset>
				<legend>Stage</legend>
				{MAP_STAGES.map((stage) => (
					<Chip
						key={stage}
						on={view.stage === stage}
						count={byStage.filter(({ stages }) => stages.includes(stage)).length}
						onClick={() => toggle("stage", stage)}
					>
						<MarkIcon stage={stage} status="operating" />
						{STAGE_WORDS[stage]}
					</Chip>
				))}
			</fieldset>
			<fieldset>
				<legend>Status</legend>
				{Object.entries(STATUS_WORDS).map(([status, words]) => (
					<Chip
						key={status}
						on={view.status === status}
						count={byStatus.filter((plant) => plant.status === status).length}
						onClick={() => toggle("status", status)}
					>
						<MarkIcon stage={view.stage || "magnet"} status={status} />
						{words}
					</Chip>
				))}
			</fieldset>
			<fieldset>
				<legend>Control</legend>
				{BLOCS.map((bloc) => (
					<Chip
						key={bloc}
						on={view.bloc === bloc}
						count={byBloc.filter((plant) => plant.bloc === bloc).length}
						onClick={() => toggle("bloc", bloc)}
					>
						<i className="swatch" data-bloc={bloc} />
						{BLOC_WORDS[bloc]}
					</Chip>
				))}
				<label className="tool">
					Element
					<select
						value={view.element}
						onChange={({ target }) => change({ element: target.value }, "quiet")}
					>
						<option value="">any</option>
						{catalog.tables.elements.map(({ id, name }) => (
							<option key={id} value={id}>
								{name}
							</option>
						))}
					</select>
				</label>
				<label className="tool">
					Operator
					<select
						value={view.operator}
						onChange={({ target }) => change({ operator: target.value }, "quiet")}
					>
						<option value="">any</option>
						{catalog.tables.operators
							.toSorted((a, b) => a.name.localeCompare(b.name))
							.map(({ id, name }) => (
								<option key={id} value={id}>
									{name}
								</option>
							))}
					</select>
				</label>
				{any && (
					<Button
						size="compact-sm"
						onClick={() =>
							change({ stage: "", status: "", bloc: "", operator: "", element: "" }, "quiet")
						}
					>
						Clear filters
					</Button>
				)}
			</fieldset>
		</div>
	);
}

/** Which flows are drawn; empty = those of the stage, or of the product. */
export function FlowChoice() {
	const { tables } = useCatalog();
	const view = useView();
	const change = useChangeView();
	return (
		<label className="tool">
			Flows
			<select
				value={view.arcs === "off" ? "off" : view.material}
				onChange={({ target: { value } }) =>
					change(
						value === "off" ? { arcs: "off", material: "" } : { arcs: "on", material: value },
						"quiet",
					)
				}
			>
				<option value="">{view.stage ? "of the stage" : "of the product"}</option>
				<option value="off">none</option>
				{tables.materials.map(({ id, name }) => (
					<option key={id} value={id}>
						{shortName(name)}
					</option>
				))}
			</select>
		</label>
	);
}

interface ChipProps {
	readonly on: boolean;
	readonly count: number;
	readonly onClick: () => void;
	readonly children: React.ReactNode;
}

function Chip({ on, count, onClick, children }: ChipProps) {
	return (
		<button
			type="button"
			className="chip"
			aria-pressed={on}
			disabled={count === 0 && !on}
			onClick={onClick}
		>
			{children} <span className="quiet">{count}</span>
		</button>
	);
}
