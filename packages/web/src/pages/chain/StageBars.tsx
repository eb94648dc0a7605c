import type { Coverage } from "@lodegrid/engine/chain";
import { fitting } from "../../lib/fit.ts";
import { number, percent, quantity } from "../../lib/format.ts";
import { BLOC_WORDS, tonnes } from "../../parts/status.ts";
import type { Column } from "./layout.ts";
import { type StageNeed, shares, stageNeed } from "./stages.ts";

interface Props {
	readonly columns: readonly Column[];
	readonly coverage: Coverage;
	readonly y: number;
	readonly length: number;
	readonly onOpen: (what: string) => void;
}

const ROW = 17;
/** Bars end at twice the need; what is longer says so. */
const MOST = 2;

/** Under each stage: what home, allies, neutrals and rivals could make against what is needed. */
export function StageBars({ columns, coverage, y, length, onOpen }: Props) {
	const step =
		columns.length > 1 ? (columns[1] as Column).start - (columns[0] as Column).start : length;
	const width = Math.min(step - 28, 208);
	return (
		<g className="bars" transform={`translate(0 ${y})`}>
			{columns.map((column) => {
				const need = stageNeed(coverage, column.stages);
				if (!need) return null;
				const x = column.start;
				return <Block key={column.key} need={need} x={x} width={width} onOpen={onOpen} />;
			})}
		</g>
	);
}

interface BlockProps {
	readonly need: StageNeed;
	readonly x: number;
	readonly width: number;
	readonly onOpen: (what: string) => void;
}

function Block({ need: { stage, thinnest, weakest }, x, width, onOpen }: BlockProps) {
	const label = 48;
	const room = width - label - 44;
	const unit = `${tonnes(thinnest.basis === "contained oxide" ? "oxide" : thinnest.basis)}/yr`;
	const name = fitting([thinnest.name], width, 12.5);
	const need = fitting(
		[`need ${quantity(thinnest.need, unit)}`, `need ${number(thinnest.need)}`],
		width,
		11.5,
	);
	const blocs = shares(thinnest).map(({ bloc, share }) => `${BLOC_WORDS[bloc]} ${percent(share)}`);
	const spoken = [name, need, ...blocs].join(" ") + (weakest ? ", the weakest link" : "");
	const open = () => onOpen(`stage:${stage}`);
	return (
		<g className="bars-block" transform={`translate(${x} 0)`}>
			{weakest && (
				<rect
					className="bars-weakest"
					x={-8}
					y={-16}
					width={width + 12}
					height={ROW * 4 + 48}
					rx={6}
				/>
			)}
			<text className="bars-name">{name}</text>
			<text className="bars-need" y={15}>
				{need}
			</text>
			{shares(thinnest).map(({ bloc, share }, i) => (
				<g key={bloc} transform={`translate(0 ${24 + i * ROW})`} data-bloc={bloc}>
					<text className="bars-bloc" y={11}>
						{BLOC_WORDS[bloc]}
					</text>
					<rect
						className="bars-bar"
						x={label}
						y={2}
						width={Math.max(share > 0 ? 1 : 0, (room * Math.min(share, MOST)) / MOST)}
						height={10}
					/>
					<text className="bars-share" x={width} y={11} textAnchor="end">
						{percent(share)}
					</text>
				</g>
			))}
			<line
				className="bars-tick"
				x1={label + room / MOST}
				x2={label + room / MOST}
				y1={22}
				y2={24 + 4 * ROW - 2}
			/>
			{/* biome-ignore lint/a11y/useSemanticElements: an HTML button can't stand in a drawing */}
			<rect
				className="bars-hit"
				role="button"
				tabIndex={0}
				aria-label={spoken}
				x={-8}
				y={-16}
				width={width + 12}
				height={ROW * 4 + 48}
				rx={6}
				onClick={open}
				onKeyDown={(event) => {
					if (event.key !== "Enter" && event.key !== " ") return;
					event.preventDefault();
					open();
				}}
			/>
		</g>
	);
}
