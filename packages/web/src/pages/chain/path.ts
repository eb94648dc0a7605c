import type { PlacedLink } from "./layout.ts";

/** A flow as a filled ribbon: its width is the same all along, along the chain or down a tall page. */
export function ribbon({ source, target, y0, y1, width }: PlacedLink, tall: boolean): string {
	const half = Math.max(0.5, width) / 2;
	const [a, b] = [source.x1, target.x0];
	const mid = (a + b) / 2;
	const point = (along: number, across: number) =>
		tall ? `${round(across)} ${round(along)}` : `${round(along)} ${round(across)}`;
	return (
		`M${point(a, y0 - half)}C${point(mid, y0 - half)} ${point(mid, y1 - half)} ${point(b, y1 - half)}` +
		`L${point(b, y1 + half)}C${point(mid, y1 + half)} ${point(mid, y0 + half)} ${point(a, y0 + half)}Z`
	);
}

function round(x: number): number {
	return Math.round(x * 10) / 10;
}
