import { Button } from "@mantine/core";
import { useState } from "react";
import { number } from "../../../lib/format.ts";
import { SearchWords } from "../SearchWords.tsx";
import type { Dispute } from "./rank.ts";

interface Props {
	readonly disputes: readonly Dispute[];
	readonly all: number;
	readonly current: string;
	readonly words: string;
	readonly onWords: (words: string) => void;
	readonly onChoose: (quantity: string) => void;
}

const PAGE = 20;

/** The quantities in dispute, the one that moves the model most first. */
export function DisputeList({ disputes, all, current, words, onWords, onChoose }: Props) {
	const [shown, setShown] = useState(PAGE);
	const opened = disputes.filter((dispute) => dispute.opened).length;
	const unopened = disputes.length - opened;
	return (
		<section className="disputes" aria-label="Quantities in dispute">
			<SearchWords
				label="Search the quantities in dispute"
				placeholder="Subject, source, figure"
				words={words}
				onWords={onWords}
			/>
			<p className="small quiet" role="status">
				{opened === all
					? `${number(all, 12)} quantities, by spread times use in the model`
					: `${number(opened, 12)} of ${number(all, 12)} quantities`}
				{unopened > 0 &&
					`; ${number(unopened, 12)} more on which only sources nobody opened differ, last`}
			</p>
			<ul>
				{disputes.slice(0, shown).map(({ conflict, opened, uses }) => (
					<li key={conflict.quantity}>
						<button
							type="button"
							className="plain dispute-choice"
							aria-current={conflict.quantity === current || undefined}
							onClick={() => onChoose(conflict.quantity)}
						>
							<span className="dispute-name">{conflict.title}</span>
							<span className="quiet small">
								{conflict.figures} figures, {conflict.origins} origins
								{uses.length > 0 && ` · used in ${uses.length}`}
								{!opened && " · not opened"}
							</span>
							<span className="dispute-spread">
								{conflict.spread === null ? "" : `×\u202f${number(conflict.spread)}`}
							</span>
						</button>
					</li>
				))}
			</ul>
			{shown < disputes.length && (
				<Button fullWidth onClick={() => setShown(shown + PAGE)}>
					Show {Math.min(PAGE, disputes.length - shown)} more of {disputes.length}
				</Button>
			)}
		</section>
	);
}
