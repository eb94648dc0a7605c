import { Button, Popover, UnstyledButton } from "@mantine/core";
import { useId, useState } from "react";
import type { Catalog } from "../engine/catalog.ts";
import { blocsOf } from "../scenario/blocs.ts";
import { useChangeView, useView } from "../scenario/use-view.ts";
import { type BlocChoice, readBlocs, writeBlocs } from "../scenario/view.ts";
import "./blocs-editor.css";

const CHOICES: readonly BlocChoice[] = ["allied", "neutral", "rival"];

/** Which regions are allied, neutral and rival: radio buttons by region, kept in the URL. */
export function BlocsEditor({ catalog }: { readonly catalog: Catalog }) {
	const [open, setOpen] = useState(false);
	const view = useView();
	const change = useChangeView();
	const id = useId();
	const blocs = blocsOf(catalog, view);
	const chosen = readBlocs(view.blocs);
	const countOf = (bloc: string) => [...blocs.values()].filter((b) => b === bloc).length;

	const choose = (region: string, bloc: BlocChoice) => {
		const next = { ...chosen, [region]: bloc };
		if (catalog.regions.get(region)?.bloc === bloc) delete next[region];
		change({ blocs: writeBlocs(next) }, "quiet");
	};

	return (
		<Popover opened={open} onChange={setOpen} width={380} trapFocus returnFocus>
			<Popover.Target>
				<UnstyledButton className="control control-button" onClick={() => setOpen(!open)}>
					<span className="control-name">Blocs</span>
					<span className="control-value">
						<i className="swatch" data-bloc="allied" />
						{countOf("allied")} allied
						<i className="swatch" data-bloc="rival" />
						{countOf("rival")} rival
						{view.blocs && <b title="Differs from the package"> *</b>}
					</span>
				</UnstyledButton>
			</Popover.Target>
			<Popover.Dropdown aria-label="Blocs">
				<div className="blocs-scroll">
					<table className="blocs">
						<thead>
							<tr>
								<th scope="col">Region</th>
								{CHOICES.map((bloc) => (
									<th scope="col" key={bloc}>
										{bloc}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{catalog.tables.regions
								.filter((region) => region.id !== view.home)
								.map((region) => (
									<tr key={region.id} data-changed={chosen[region.id] !== undefined || undefined}>
										<th scope="row">{region.name}</th>
										{CHOICES.map((bloc) => (
											<td key={bloc}>
												<input
													type="radio"
													name={`${id}-${region.id}`}
													aria-label={`${region.name}: ${bloc}`}
													data-bloc={bloc}
													checked={blocs.get(region.id) === bloc}
													onChange={() => choose(region.id, bloc)}
												/>
											</td>
										))}
									</tr>
								))}
						</tbody>
					</table>
				</div>
				<div className="blocs-foot">
					<Button disabled={view.blocs === ""} onClick={() => change({ blocs: "" })}>
						As in the package
					</Button>
				</div>
			</Popover.Dropdown>
		</Popover>
	);
}
