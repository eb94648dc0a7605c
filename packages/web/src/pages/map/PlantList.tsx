import { Button } from "@mantine/core";
import { useState } from "react";
import { exact, number } from "../../lib/format.ts";
import { STATUS_WORDS, tonnes } from "../../parts/status.ts";
import { MarkIcon } from "./Mark.tsx";
import type { Plant } from "./plants.ts";

interface Props {
	readonly plants: readonly Plant[];
	readonly selected: string;
	readonly onOpen: (what: string) => void;
}

const PAGE = 40;

/** The plants of the map by name, largest first; those whose place is unknown at the end. */
export function PlantList({ plants, selected, onOpen }: Props) {
	const [shown, setShown] = useState(PAGE);
	const sorted = plants.toSorted(
		(a, b) =>
			Number(a.at === null) - Number(b.at === null) ||
			(b.capacity ?? -1) - (a.capacity ?? -1) ||
			a.name.localeCompare(b.name),
	);
	const firstUnplaced = sorted.findIndex(({ at }) => at === null);
	return (
		<section className="plants" aria-label="Plants on the map">
			<ul>
				{sorted.slice(0, shown).map((plant, i) => (
					<li key={plant.id}>
						{i === firstUnplaced && <p className="plants-part">Place unknown, not drawn</p>}
						<button
							type="button"
							className="plain plant"
							aria-current={selected === `facility:${plant.id}` || undefined}
							onClick={() => onOpen(`facility:${plant.id}`)}
						>
							<MarkIcon {...plant} />
							<span className="plant-name">
								{plant.name}
								<span className="quiet small">
									{plant.region} · {STATUS_WORDS[plant.status]}
								</span>
							</span>
							<Capacity plant={plant} />
						</button>
					</li>
				))}
			</ul>
			{shown < sorted.length && (
				<Button fullWidth onClick={() => setShown(shown + PAGE)}>
					Show {Math.min(PAGE, sorted.length - shown)} more of {sorted.length}
				</Button>
			)}
		</section>
	);
}

function Capacity({ plant: { capacity, basis } }: { readonly plant: Plant }) {
	const unit = `${tonnes(basis)}/yr`;
	if (capacity === null) return <span className="plant-capacity quiet small">unknown</span>;
	return (
		<span className="plant-capacity" title={exact(capacity, unit)}>
			{number(capacity)}
			<span className="quiet small">{unit}</span>
		</span>
	);
}
