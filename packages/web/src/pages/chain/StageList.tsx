import type { Coverage } from "@lodegrid/engine/chain";
import { percent, quantity } from "../../lib/format.ts";
import { BLOC_WORDS, STAGE_WORDS, tonnes } from "../../parts/status.ts";
import { shares, stageNeed } from "./stages.ts";

interface Props {
	readonly coverage: Coverage;
	readonly onOpen: (what: string) => void;
}

/** Capacity against need as a list, for pages too narrow to hold it under the picture. */
export function StageList({ coverage, onOpen }: Props) {
	const stages = [...new Set(coverage.rows.map((row) => row.stage))];
	return (
		<ol className="stage-list">
			{stages.map((stage) => {
				const need = stageNeed(coverage, [stage]);
				if (!need) return null;
				const { thinnest, weakest } = need;
				const unit = `${tonnes(thinnest.basis === "contained oxide" ? "oxide" : thinnest.basis)}/yr`;
				return (
					<li key={stage} data-weakest={weakest || undefined}>
						<button type="button" className="plain" onClick={() => onOpen(`stage:${stage}`)}>
							<b>{STAGE_WORDS[stage]}</b> {thinnest.name}
							<span className="quiet small">
								{weakest ? "weakest link, " : ""}need {quantity(thinnest.need, unit)}
							</span>
						</button>
						<dl>
							{shares(thinnest).map(({ bloc, share }) => (
								<div key={bloc}>
									<dt>{BLOC_WORDS[bloc]}</dt>
									<dd>
										<i data-bloc={bloc} style={{ width: `${Math.min(share, 2) * 38}%` }} />
										{percent(share)}
									</dd>
								</div>
							))}
						</dl>
					</li>
				);
			})}
		</ol>
	);
}
