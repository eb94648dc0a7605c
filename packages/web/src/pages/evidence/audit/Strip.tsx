import type { AuditFigure } from "./figures.ts";

interface Props {
	readonly figures: readonly AuditFigure[];
	readonly width: number;
	readonly onChoose: (claim: string) => void;
}

const HEIGHT = 40;
const TALL = { "arithmetic error": 26, consistent: 16, "cannot check": 3 } as const;

/** The source from its first figure to its last: what holds, what fails, what nobody can check. */
export function Strip({ figures, width, onChoose }: Props) {
	const step = Math.min(14, width / Math.max(1, figures.length));
	const thick = Math.max(1.5, Math.min(8, step - 1.5));
	const of = (kind: string) => figures.filter(({ verdict }) => verdict.verdict === kind).length;
	return (
		<svg
			className="strip"
			role="img"
			aria-label={`Figures in order of place: ${of("arithmetic error")} fail, ${of("consistent")} hold, ${of("cannot check")} cannot be checked.`}
			width={width}
			height={HEIGHT}
			viewBox={`0 0 ${width} ${HEIGHT}`}
		>
			<line
				className="strip-base"
				x1={0}
				x2={step * figures.length}
				y1={HEIGHT - 6}
				y2={HEIGHT - 6}
			/>
			{figures.map(({ entry, verdict, findings }, i) => {
				const x = i * step;
				const tall = TALL[verdict.verdict];
				return (
					// biome-ignore lint/a11y/noStaticElementInteractions: the list below holds the same figures for keys
					<g
						key={entry.claim.id}
						className="strip-figure"
						data-verdict={verdict.verdict}
						onClick={() => onChoose(entry.claim.id)}
					>
						<title>{`“${entry.claim.printed}”: ${verdict.verdict}`}</title>
						<rect className="strip-hit" x={x} y={0} width={step} height={HEIGHT} />
						<rect
							className="strip-bar"
							x={x + (step - thick) / 2}
							y={HEIGHT - 6 - tall}
							width={thick}
							height={tall}
						/>
						{findings.length > 0 && (
							<circle cx={x + step / 2} cy={HEIGHT - 12 - tall + 3} r={Math.min(2, thick)} />
						)}
					</g>
				);
			})}
		</svg>
	);
}
