import type { VerdictKind } from "@lodegrid/engine/evidence";
import { VERDICT_WORDS } from "./words.ts";
import "./evidence-parts.css";

interface Props {
	/** Null while the checks run. */
	readonly verdict: VerdictKind | null;
	/** Only the mark, where the words stand beside it. */
	readonly bare?: boolean;
}

/** Whether a figure holds when it is worked out again: by shape and fill, with its word. */
export function VerdictMark({ verdict, bare = false }: Props) {
	if (!verdict) return <span className="verdict quiet">Being checked …</span>;
	return (
		<span className="verdict" data-verdict={verdict}>
			<svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden>
				<VerdictShape verdict={verdict} r={5.5} />
			</svg>
			<span className={bare ? "hidden" : undefined}>{VERDICT_WORDS[verdict]}</span>
		</span>
	);
}

/** The mark in a drawing: a tick in a ring, a cross in a full square, an empty dashed ring. */
function VerdictShape({ verdict, r }: { readonly verdict: VerdictKind; readonly r: number }) {
	const inner = r * 0.48;
	if (verdict === "arithmetic error")
		return (
			<g className="verdict-shape" data-verdict={verdict}>
				<rect x={-r} y={-r} width={2 * r} height={2 * r} rx={1.5} />
				<path d={`M${-inner} ${-inner}L${inner} ${inner}M${-inner} ${inner}L${inner} ${-inner}`} />
			</g>
		);
	return (
		<g className="verdict-shape" data-verdict={verdict}>
			<circle r={r} />
			{verdict === "consistent" && (
				<path d={`M${-inner} 0L${-inner * 0.2} ${inner * 0.8}L${inner} ${-inner * 0.8}`} />
			)}
		</g>
	);
}
