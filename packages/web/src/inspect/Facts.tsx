import type { ReactNode } from "react";
import { Sources } from "../parts/Sources.tsx";

interface Cited {
	readonly source_ids: readonly string[];
	readonly confidence: string;
	readonly note: string | null;
}

interface FactProps {
	readonly name: string;
	/** null or undefined is a gap and says so. */
	readonly children: ReactNode;
	readonly exact?: string;
	readonly cited?: Cited;
	/** The number it is, `table/row/column`. */
	readonly cell?: string;
}

export function Facts({ children }: { readonly children: ReactNode }) {
	return <dl className="facts">{children}</dl>;
}

/** One fact with its source mark; a gap is the word “unknown”. */
export function Fact({ name, children, exact, cited, cell }: FactProps) {
	const unknown = children === null || children === undefined || children === "";
	return (
		<div>
			<dt>{name}</dt>
			<dd data-unknown={unknown || undefined} title={exact}>
				{unknown ? "unknown" : children}
				{cited && !unknown && (
					<Sources
						ids={cited.source_ids}
						confidence={cited.confidence}
						note={cited.note}
						of={name}
						cell={cell}
					/>
				)}
			</dd>
		</div>
	);
}
