/** A stage is a shape, a status is a fill: neither needs colour, which means control. */

/** Outline of a stage's mark around the origin, `r` about its half width. */
export function shape(stage: string, r: number): string {
	switch (stage) {
		case "mine":
			return polygon(3, r * 1.25, -90);
		case "cracking":
			return polygon(3, r * 1.25, 90);
		case "separation":
			return polygon(4, r * 1.2, -45);
		case "metal":
			return polygon(4, r * 1.3, -90);
		case "alloy":
			return polygon(6, r * 1.1, 0);
		case "recycling":
			return cross(r * 1.1);
		case "supply":
			return polygon(5, r * 1.15, -90);
		default:
			return `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
	}
}

export type Fill = "full" | "half" | "faint" | "none" | "struck";

/** Running is solid, ramping half, being built faint, only planned empty, shut struck through. */
export function fillOf(status: string): Fill {
	switch (status) {
		case "operating":
			return "full";
		case "ramping":
			return "half";
		case "construction":
			return "faint";
		case "care":
		case "closed":
			return "struck";
		default:
			return "none";
	}
}

function polygon(sides: number, r: number, from: number): string {
	const corners = Array.from({ length: sides }, (_, i) => {
		const angle = ((from + (360 / sides) * i) * Math.PI) / 180;
		return `${round(r * Math.cos(angle))} ${round(r * Math.sin(angle))}`;
	});
	return `M${corners.join("L")}Z`;
}

function cross(r: number): string {
	const a = round(r * 0.38);
	const b = round(r);
	return `M${-a} ${-b}H${a}V${-a}H${b}V${a}H${a}V${b}H${-a}V${a}H${-b}V${-a}H${-a}Z`;
}

function round(x: number): number {
	return Math.round(x * 100) / 100;
}
