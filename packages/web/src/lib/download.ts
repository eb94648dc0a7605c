/** Saves what is on the screen: a table as CSV, a picture as SVG or PNG. */

export function saveText(name: string, type: string, text: string): void {
	saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** The picture as a file of its own: colours and fonts resolved, ground painted. */
export function saveSvg(name: string, svg: SVGSVGElement): void {
	saveText(name, "image/svg+xml", standalone(svg));
}

export async function savePng(name: string, svg: SVGSVGElement, scale = 2): Promise<void> {
	const { width, height } = svg.getBoundingClientRect();
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`;
	await image.decode();
	const canvas = document.createElement("canvas");
	canvas.width = width * scale;
	canvas.height = height * scale;
	const context = canvas.getContext("2d");
	if (!context) throw new Error("This browser gave no drawing surface; download the SVG instead");
	context.scale(scale, scale);
	context.drawImage(image, 0, 0, width, height);
	const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
	if (blob) saveBlob(name, blob);
}

const PAINTED = [
	"fill",
	"stroke",
	"stroke-width",
	"stroke-dasharray",
	"opacity",
	"fill-opacity",
	"stroke-opacity",
	"font-family",
	"font-size",
	"font-weight",
	"text-anchor",
	"dominant-baseline",
	"paint-order",
	"mix-blend-mode",
	"display",
	"visibility",
];

function standalone(svg: SVGSVGElement): string {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
	const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
	originals.forEach((original, i) => {
		const style = getComputedStyle(original);
		const target = copies[i];
		for (const name of PAINTED) target?.style.setProperty(name, style.getPropertyValue(name));
	});
	const { width, height } = svg.getBoundingClientRect();
	copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
	copy.setAttribute("width", String(width));
	copy.setAttribute("height", String(height));
	const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
	ground.setAttribute("width", "100%");
	ground.setAttribute("height", "100%");
	ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
	copy.insertBefore(ground, copy.firstChild);
	return new XMLSerializer().serializeToString(copy);
}

function saveBlob(name: string, blob: Blob): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(blob);
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
