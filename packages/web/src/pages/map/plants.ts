/** The plants of the map under a view's filters, with what the list and the markers need. */
import type { Bloc } from "@lodegrid/engine/chain";
import { type Catalog, nameOf, type RowOf } from "../../engine/catalog.ts";
import { plantBloc } from "../../scenario/blocs.ts";
import type { View } from "../../scenario/view.ts";

export interface Plant {
	readonly id: string;
	readonly name: string;
	readonly operator: string;
	readonly operatorId: string;
	readonly region: string;
	readonly regionId: string;
	readonly bloc: Bloc;
	/** Stage it is drawn as: the filtered one, else its most downstream one. */
	readonly stage: string;
	readonly stages: readonly string[];
	readonly status: string;
	readonly aggregate: boolean;
	/** Longitude and latitude; null = unknown, not drawn. */
	readonly at: readonly [number, number] | null;
	/** Effective capacity of its units of the drawn stage in the year, t/yr; null = unknown. */
	readonly capacity: number | null;
	readonly basis: string;
	readonly confidence: string;
}

export const MAP_STAGES = [
	"mine",
	"cracking",
	"separation",
	"metal",
	"alloy",
	"magnet",
	"recycling",
	"supply",
] as const;

/** All plants, filters aside, so that counts beside the filters can be worked out. */
export function plantsOf(catalog: Catalog, view: View): Plant[] {
	return catalog.tables.facilities.map((row) => {
		const stage =
			view.stage && row.stages.includes(view.stage)
				? view.stage
				: (MAP_STAGES.findLast((name) => name !== "recycling" && row.stages.includes(name)) ??
					row.stages[0] ??
					"supply");
		return {
			id: row.id,
			name: row.name,
			operator: nameOf(catalog.operators, row.operator_id),
			operatorId: row.operator_id,
			region: nameOf(catalog.regions, row.region_id),
			regionId: row.region_id,
			bloc: plantBloc(catalog, view, row),
			stage,
			stages: row.stages,
			status: row.status,
			aggregate: row.aggregate,
			at: row.latitude === null || row.longitude === null ? null : [row.longitude, row.latitude],
			...capacityOf(catalog, row, stage, view.year),
			confidence: row.confidence,
		};
	});
}

/** The plants that pass every filter but those named in `except`. */
export function filtered(
	plants: readonly Plant[],
	view: View,
	catalog: Catalog,
	except: readonly (keyof View)[] = [],
): Plant[] {
	const asks = (field: keyof View) => view[field] !== "" && !except.includes(field);
	const makes = asks("element") ? makersOf(catalog, view.element) : null;
	return plants.filter(
		(plant) =>
			(!asks("stage") || plant.stages.includes(view.stage)) &&
			(!asks("status") || plant.status === view.status) &&
			(!asks("bloc") || plant.bloc === view.bloc) &&
			(!asks("operator") || plant.operatorId === view.operator) &&
			(!makes || makes.has(plant.id)),
	);
}

/** Facilities with a line that takes in or puts out a material containing the element. */
function makersOf({ tables }: Catalog, element: string): ReadonlySet<string> {
	const materials = new Set(
		tables.compositions.filter((row) => row.element_id === element).map((row) => row.material_id),
	);
	const processes = new Set(
		tables.recipes.filter((row) => materials.has(row.material_id)).map((row) => row.process_id),
	);
	return new Set(
		tables.lines.filter((line) => processes.has(line.process_id)).map((line) => line.facility_id),
	);
}

function capacityOf(
	catalog: Catalog,
	row: RowOf<"facilities">,
	stage: string,
	year: number,
): { capacity: number | null; basis: string } {
	const lines = (catalog.linesOf.get(row.id) ?? []).filter(
		({ process_id }) => catalog.processes.get(process_id)?.stage === stage,
	);
	const units = new Set(lines.map((line) => line.unit_id));
	const known = [...units].flatMap((unit) => {
		const at = (catalog.capacitiesOf.get(unit) ?? [])
			.filter(({ from_date }) => from_date <= `${year}-12-31`)
			.toSorted((a, b) => a.from_date.localeCompare(b.from_date))
			.at(-1);
		return at?.effective_t_per_year ?? [];
	});
	const process = catalog.processes.get(lines[0]?.process_id ?? "");
	return {
		capacity: known.length > 0 ? known.reduce((sum, t) => sum + t, 0) : null,
		basis: catalog.materials.get(process?.reference_material_id ?? "")?.basis ?? "gross",
	};
}
