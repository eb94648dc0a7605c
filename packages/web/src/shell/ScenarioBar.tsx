/** What is asked, across the top: every control writes the URL, nothing else. */
import { ActionIcon, Popover, UnstyledButton } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { nameOf } from "../engine/catalog.ts";
import { useOpened } from "../engine/queries.ts";
import { shortName } from "../scenario/choices.ts";
import { useView } from "../scenario/use-view.ts";
import { SchemeToggle } from "./Rail.tsx";
import { ScenarioControls } from "./ScenarioControls.tsx";
import "./scenario-bar.css";

export function ScenarioBar({ onSearch }: { readonly onSearch: () => void }) {
	const { data: catalog } = useOpened();
	const view = useView();
	const [open, setOpen] = useState(false);
	return (
		<header className="bar">
			<div className="bar-wide">{catalog && <ScenarioControls catalog={catalog} />}</div>
			<div className="bar-narrow">
				<Popover
					opened={open}
					onChange={setOpen}
					width="min(440px, calc(100vw - 16px))"
					position="bottom-start"
					trapFocus
				>
					<Popover.Target>
						<UnstyledButton className="bar-summary" onClick={() => setOpen(!open)}>
							<IconAdjustmentsHorizontal size={18} stroke={1.6} aria-hidden />
							<span>
								{catalog ? nameOf(catalog.regions, view.home) : view.home} · {view.year} ·{" "}
								{catalog ? shortName(nameOf(catalog.materials, view.product)) : view.product}
							</span>
						</UnstyledButton>
					</Popover.Target>
					<Popover.Dropdown aria-label="Scenario" className="bar-sheet">
						{catalog && <ScenarioControls catalog={catalog} />}
					</Popover.Dropdown>
				</Popover>
				<span className="bar-scheme">
					<SchemeToggle />
				</span>
			</div>
			<ActionIcon variant="subtle" size="lg" aria-label="Search (/)" onClick={onSearch}>
				<IconSearch size={18} stroke={1.6} />
			</ActionIcon>
		</header>
	);
}
