import type { Bloc, UnitUse } from "@lodegrid/engine/chain";
import { Button } from "@mantine/core";
import { useState } from "react";
import { nameOf, useCatalog } from "../engine/catalog.ts";
import { exact, number } from "../lib/format.ts";
import { Open } from "./Inspector.tsx";

interface Props {
	readonly units: readonly UnitUse[];
	readonly bloc: Bloc;
}

const SHOWN = 8;

/** Plants by what they use of their capacity, largest first. */
export function PlantUse({ units, bloc }: Props) {
	const { facilities } = useCatalog();
	const [all, setAll] = useState(false);
	const sorted = units.toSorted((a, b) => b.capacity - a.capacity);
	return (
		<>
			<ul className="card-list">
				{sorted.slice(0, all ? undefined : SHOWN).map((unit) => (
					<li key={unit.unit} className="plant-use">
						<Open what={`facility:${unit.facility}`}>{nameOf(facilities, unit.facility)}</Open>
						<span title={`${exact(unit.used, "t")} of ${exact(unit.capacity, "t/yr")}`}>
							{number(unit.used)} of {number(unit.capacity)}
							<span className="use" data-bloc={bloc}>
								<i style={{ width: `${(100 * unit.used) / unit.capacity}%` }} />
							</span>
						</span>
					</li>
				))}
			</ul>
			{sorted.length > SHOWN && !all && (
				<Button mt={8} onClick={() => setAll(true)}>
					Show all {sorted.length}
				</Button>
			)}
		</>
	);
}
