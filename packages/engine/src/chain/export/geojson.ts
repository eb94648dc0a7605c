import type { DataPackage } from "../../dataset/index.ts";
import { openBook } from "../diagnosis/book.ts";
import type { Network } from "../network.ts";
import type { ChainSolution } from "../types.ts";

/**
 * Facilities as points and, with a solution, shipments as lines between the label points of their
 * regions: a GeoJSON FeatureCollection (RFC 7946) as text, longitude first. Facilities without
 * coordinates have a null geometry. `t` of a shipment is over the horizon.
 */
export function toGeoJson(
	pkg: DataPackage,
	network: Network | null = null,
	solution: ChainSolution | null = null,
): string {
	const features = [...facilityFeatures(pkg, network), ...shipmentFeatures(pkg, solution)];
	return `${JSON.stringify({ type: "FeatureCollection", features }, null, "\t")}\n`;
}

type Feature = {
	readonly type: "Feature";
	readonly id: string;
	readonly geometry: null | { readonly type: string; readonly coordinates: unknown };
	readonly properties: Readonly<Record<string, unknown>>;
};

function facilityFeatures(pkg: DataPackage, network: Network | null): Feature[] {
	const book = openBook(pkg);
	const periods = network?.periods.length ?? 0;
	const years = network?.periods.reduce((sum, p) => sum + p.years, 0) ?? 1;
	return pkg.tables.facilities.map((f) => {
		const capacities = (network?.units ?? []).flatMap((unit, u) => {
			if (unit.facility !== f.id) return [];
			const t = network?.unitCapacity.slice(u * periods, (u + 1) * periods) ?? new Float64Array();
			return [
				{
					unit: unit.id,
					stage: unit.stage,
					effective_t_per_year: t.reduce((sum, x) => sum + x, 0) / years,
				},
			];
		});
		return {
			type: "Feature",
			id: f.id,
			geometry:
				f.latitude === null || f.longitude === null
					? null
					: { type: "Point", coordinates: [f.longitude, f.latitude] },
			properties: {
				kind: "facility",
				id: f.id,
				name: f.name,
				operator: book.operatorName(f.id),
				operator_id: f.operator_id,
				region_id: f.region_id,
				controlling_region_id: book.controller(f.id),
				status: f.status,
				stages: f.stages,
				aggregate: f.aggregate,
				coordinate_quality: f.coordinate_quality,
				start_year: f.start_year,
				capacity_as_published: f.capacity_as_published,
				...(network && { capacities }),
				source_ids: f.source_ids,
				confidence: f.confidence,
			},
		};
	});
}

function shipmentFeatures(pkg: DataPackage, solution: ChainSolution | null): Feature[] {
	const places = new Map(pkg.tables.regions.map((r) => [r.id, [r.longitude, r.latitude]]));
	const sums = new Map<string, { material: string; from: string; to: string; t: number }>();
	for (const s of solution?.shipments ?? []) {
		const key = `${s.material}:${s.from}>${s.to}`;
		const sum = sums.get(key) ?? { material: s.material, from: s.from, to: s.to, t: 0 };
		sum.t += s.quantity;
		sums.set(key, sum);
	}
	return [...sums]
		.filter(([, s]) => s.t > 0)
		.map(([id, s]) => ({
			type: "Feature",
			id,
			geometry: {
				type: "LineString",
				coordinates: [places.get(s.from), places.get(s.to)],
			},
			properties: { kind: "shipment", ...s },
		}));
}
