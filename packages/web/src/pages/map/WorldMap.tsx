import { ActionIcon } from "@mantine/core";
import { IconMinus, IconPlus, IconZoomReset } from "@tabler/icons-react";
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { type RefObject, useMemo } from "react";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json";
import { type Catalog, nameOf } from "../../engine/catalog.ts";
import { quantity } from "../../lib/format.ts";
import { STATUS_WORDS, tonnes } from "../../parts/status.ts";
import { useTip } from "../../parts/Tip.tsx";
import { type Arc, bow } from "./arcs.ts";
import { Mark } from "./Mark.tsx";
import type { Plant } from "./plants.ts";
import { useZoom } from "./use-zoom.ts";

interface Props {
	readonly catalog: Catalog;
	readonly plants: readonly Plant[];
	readonly arcs: readonly Arc[];
	readonly blocs: ReadonlyMap<string, string>;
	readonly selected: string;
	readonly width: number;
	readonly title: string;
	readonly picture: RefObject<SVGSVGElement | null>;
	readonly onOpen: (what: string) => void;
}

const world = atlas as unknown as Topology<{ countries: GeometryCollection }>;
const LAND = feature(world, world.objects.countries);
const BORDERS = mesh(world, world.objects.countries, (a, b) => a !== b);

/** What the frame holds: every coast people live on, without Antarctica. */
const FRAME = {
	type: "MultiPoint" as const,
	coordinates: [
		[-168, 10],
		[-169, 66],
		[-40, 80],
		[105, 78],
		[190, 66],
		[178, -40],
		[-70, -55],
	],
};

/** Plants and flows on the world, offline. */
export function WorldMap(props: Props) {
	const { catalog, plants, arcs, blocs, selected, width, title, picture, onOpen } = props;
	const height = Math.round(width * 0.52);
	const { zoom, element, scaleBy, reset, handlers } = useZoom(width, height);
	const tip = useTip();
	const { project, land, borders } = useMemo(() => drawWorld(width, height), [width, height]);
	const places = useMemo(() => spread(plants, project), [plants, project]);
	const widest = Math.max(...arcs.map((arc) => arc.quantity), 1);
	const at = (region: string): readonly [number, number] | null => {
		const row = catalog.regions.get(region);
		return row ? project([row.longitude, row.latitude]) : null;
	};

	return (
		<div className="map-frame">
			<svg
				ref={(svg) => {
					element.current = svg;
					picture.current = svg;
				}}
				className="map"
				role="application"
				aria-label={`${title} Arrow keys move the map, plus and minus zoom; the list beside it names every plant.`}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: so that its keys can be used
				tabIndex={0}
				width={width}
				height={height}
				viewBox={`0 0 ${width} ${height}`}
				data-zoomed={zoom.k > 1 || undefined}
				{...handlers}
			>
				<g transform={`translate(${zoom.x} ${zoom.y}) scale(${zoom.k})`}>
					<path className="map-land" d={land} />
					<path className="map-borders" d={borders} vectorEffect="non-scaling-stroke" />
				</g>
				<g className="map-arcs">
					{arcs.map((arc) => {
						const [from, to] = [at(arc.from), at(arc.to)];
						if (!from || !to) return null;
						return (
							<path
								key={`${arc.material}${arc.from}${arc.to}`}
								d={bow(onScreen(from, zoom), onScreen(to, zoom))}
								data-bloc={blocs.get(arc.from)}
								strokeWidth={Math.max(0.75, 12 * (arc.quantity / widest))}
								onPointerMove={(event) => tip.show(event, arcText(catalog, arc))}
								onPointerLeave={tip.hide}
							/>
						);
					})}
				</g>
				<g className="map-plants">
					{places.map(({ plant, x, y, dx, dy }) => {
						const [sx, sy] = onScreen([x, y], zoom);
						return (
							// biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map is the way for keys
							<g
								key={plant.id}
								className="map-plant"
								data-selected={selected === `facility:${plant.id}` || undefined}
								transform={`translate(${(sx + dx).toFixed(1)} ${(sy + dy).toFixed(1)})`}
								onClick={() => onOpen(`facility:${plant.id}`)}
								onPointerMove={(event) => tip.show(event, plantText(plant))}
								onPointerLeave={tip.hide}
							>
								<circle className="map-halo" r={11} />
								<Mark
									stage={plant.stage}
									status={plant.status}
									bloc={plant.bloc}
									aggregate={plant.aggregate}
									r={(plant.aggregate ? 7.5 : 4.5) * (width < 500 ? 0.75 : 1)}
								/>
							</g>
						);
					})}
				</g>
			</svg>
			{tip.element}
			<div className="map-buttons">
				<ActionIcon variant="default" aria-label="Closer" onClick={() => scaleBy(1.6)}>
					<IconPlus size={16} />
				</ActionIcon>
				<ActionIcon variant="default" aria-label="Further" onClick={() => scaleBy(1 / 1.6)}>
					<IconMinus size={16} />
				</ActionIcon>
				<ActionIcon variant="default" aria-label="Whole world" onClick={reset}>
					<IconZoomReset size={16} />
				</ActionIcon>
			</div>
		</div>
	);
}

function drawWorld(width: number, height: number) {
	const projection = geoNaturalEarth1().rotate([-11, 0]);
	projection.fitSize([width, height], FRAME);
	const path = geoPath(projection).digits(1);
	return {
		project: (at: readonly [number, number]) => projection([at[0], at[1]]) as [number, number],
		land: path(LAND) ?? "",
		borders: path(BORDERS) ?? "",
	};
}

interface Place {
	readonly plant: Plant;
	readonly x: number;
	readonly y: number;
	readonly dx: number;
	readonly dy: number;
}

/** Plants that share a place stand in a small spiral around it, so that each can be pointed at. */
function spread(
	plants: readonly Plant[],
	project: (at: readonly [number, number]) => readonly [number, number],
): Place[] {
	const seen = new Map<string, number>();
	return plants
		.filter(({ at }) => at !== null)
		.toSorted((a, b) => Number(b.aggregate) - Number(a.aggregate))
		.map((plant) => {
			const [lon, lat] = plant.at as readonly [number, number];
			const key = `${lon.toFixed(1)},${lat.toFixed(1)}`;
			const n = seen.get(key) ?? 0;
			seen.set(key, n + 1);
			const [x, y] = project([lon, lat]);
			const r = n === 0 ? 0 : 6 + 3 * Math.sqrt(n);
			return { plant, x, y, dx: r * Math.cos(n * 2.4), dy: r * Math.sin(n * 2.4) };
		});
}

function onScreen(
	[x, y]: readonly [number, number],
	zoom: { k: number; x: number; y: number },
): [number, number] {
	return [x * zoom.k + zoom.x, y * zoom.k + zoom.y];
}

function plantText(plant: Plant): string[] {
	const capacity =
		plant.capacity === null
			? "capacity unknown"
			: quantity(plant.capacity, `${tonnes(plant.basis)}/yr`);
	return [
		plant.name,
		`${plant.operator}, ${plant.region}`,
		`${STATUS_WORDS[plant.status]} · ${capacity}`,
	];
}

function arcText(catalog: Catalog, arc: Arc): string[] {
	const material = catalog.materials.get(arc.material);
	return [
		`${nameOf(catalog.regions, arc.from)} → ${nameOf(catalog.regions, arc.to)}`,
		`${quantity(arc.quantity, `${tonnes(material?.basis)}/yr`)} of ${material?.name ?? arc.material}`,
	];
}
