import {
	type PointerEvent as ReactPointerEvent,
	useCallback,
	useEffect,
	useRef,
	useState,
} from "react";

export interface Zoom {
	/** Magnification, 1 to 16. */
	readonly k: number;
	readonly x: number;
	readonly y: number;
}

const WHOLE: Zoom = { k: 1, x: 0, y: 0 };
const MOST = 16;
const STEP = 60;
const SCALES: Readonly<Record<string, number>> = { "+": 1.5, "=": 1.5, "-": 1 / 1.5 };
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [STEP, 0],
	ArrowRight: [-STEP, 0],
	ArrowUp: [0, STEP],
	ArrowDown: [0, -STEP],
};

/** Zoom and pan of a picture by wheel, drag, keys and buttons; it never leaves the frame. */
export function useZoom(width: number, height: number) {
	const [zoom, setZoom] = useState(WHOLE);
	const element = useRef<SVGSVGElement>(null);
	const drag = useRef<{ x: number; y: number } | null>(null);

	const scaleBy = useCallback(
		(factor: number, cx = width / 2, cy = height / 2) =>
			setZoom((z) => {
				const k = Math.min(MOST, Math.max(1, z.k * factor));
				return within(
					{ k, x: cx - ((cx - z.x) * k) / z.k, y: cy - ((cy - z.y) * k) / z.k },
					width,
					height,
				);
			}),
		[width, height],
	);
	const moveBy = useCallback(
		(dx: number, dy: number) =>
			setZoom((z) => within({ k: z.k, x: z.x + dx, y: z.y + dy }, width, height)),
		[width, height],
	);
	const reset = useCallback(() => setZoom(WHOLE), []);

	useEffect(() => {
		const svg = element.current;
		if (!svg) return;
		const onWheel = (event: WheelEvent) => {
			if (!event.ctrlKey && !event.metaKey) return;
			event.preventDefault();
			const box = svg.getBoundingClientRect();
			scaleBy(2 ** (-event.deltaY / 120), event.clientX - box.left, event.clientY - box.top);
		};
		svg.addEventListener("wheel", onWheel, { passive: false });
		return () => svg.removeEventListener("wheel", onWheel);
	}, [scaleBy]);

	const handlers = {
		onPointerDown: (event: ReactPointerEvent) => {
			if (event.pointerType === "touch" && zoom.k === 1) return;
			drag.current = { x: event.clientX, y: event.clientY };
		},
		onPointerMove: (event: ReactPointerEvent) => {
			if (!drag.current || event.buttons === 0) return;
			moveBy(event.clientX - drag.current.x, event.clientY - drag.current.y);
			drag.current = { x: event.clientX, y: event.clientY };
		},
		onPointerUp: () => {
			drag.current = null;
		},
		onKeyDown: (event: React.KeyboardEvent) => {
			const by = SCALES[event.key];
			const move = MOVES[event.key];
			if (by !== undefined) scaleBy(by);
			else if (move) moveBy(...move);
			else if (event.key === "0") reset();
			else return;
			event.preventDefault();
		},
	};
	return { zoom, element, scaleBy, reset, handlers };
}

function within({ k, x, y }: Zoom, width: number, height: number): Zoom {
	return {
		k,
		x: Math.min(0, Math.max(width * (1 - k), x)),
		y: Math.min(0, Math.max(height * (1 - k), y)),
	};
}
