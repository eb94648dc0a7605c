import { Button } from "@mantine/core";
import { memo, useEffect, useMemo, useState } from "react";
import { number } from "../../../lib/format.ts";
import { Failure } from "../../../parts/Failure.tsx";
import { SaveCsv } from "../../../parts/Save.tsx";
import { useChangeView, useView } from "../../../scenario/use-view.ts";
import { ORDERS, type Order } from "../../../scenario/view.ts";
import { EvidenceHead, EvidenceTools } from "../frame.tsx";
import { useLedger } from "../use-ledger.ts";
import { claimsAnswer, claimsNumbers } from "./answer.ts";
import { ClaimItem } from "./ClaimItem.tsx";
import { CLAIM_COLUMNS } from "./columns.ts";
import { FacetList } from "./FacetList.tsx";
import { readChoices, toggled, writeChoices } from "./facets.ts";
import { indexed, select } from "./select.ts";

const ORDER_WORDS: Readonly<Record<Order, string>> = {
	newest: "newest first",
	used: "most used by the model",
	doubt: "most doubtful first",
};

/** Claims drawn at once; more on demand. */
const PAGE = 30;

interface Props {
	readonly words: string;
	readonly onWords: (words: string) => void;
}

/** The claims that the words and the choices leave. Drawn after the typing: a key waits for nothing. */
export const FoundClaims = memo(function FoundClaims({ words, onWords }: Props) {
	const { catalog, evidence, entries } = useLedger();
	const view = useView();
	const change = useChangeView();
	const choices = useMemo(() => readChoices(view.facets), [view.facets]);
	const index = useMemo(() => indexed(entries, catalog), [entries, catalog]);
	const { shown, options } = useMemo(
		() => select(index, catalog, words, choices, view.order),
		[index, catalog, words, choices, view.order],
	);
	const [drawn, setDrawn] = useState(PAGE);
	const list = `${words}\n${view.facets}\n${view.order}`;
	// biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its top
	useEffect(() => setDrawn(PAGE), [list]);

	const narrowed = words !== "" || choices.size > 0;
	return (
		<>
			<EvidenceHead
				answer={claimsAnswer(shown, entries.length, evidence.data, evidence.isFetching)}
				numbers={claimsNumbers(shown, entries.length, evidence.data)}
			/>
			<EvidenceTools>
				<label className="tool">
					Order
					<select
						value={view.order}
						onChange={({ target }) => change({ order: target.value as Order }, "quiet")}
					>
						{ORDERS.map((order) => (
							<option key={order} value={order}>
								{ORDER_WORDS[order]}
							</option>
						))}
					</select>
				</label>
				<SaveCsv file="lodegrid-claims" columns={CLAIM_COLUMNS} rows={shown} />
			</EvidenceTools>
			{!evidence.data && !evidence.isFetching && (
				<Failure
					title="The claims could not be checked; they are listed without verdicts."
					error={evidence.error ?? "The check was stopped."}
					next={() => void evidence.refetch()}
				/>
			)}
			<div className="claims">
				<FacetList
					options={options}
					onToggle={(facet, value) =>
						change({ facets: writeChoices(toggled(choices, facet, value)) }, "quiet")
					}
				/>
				<section aria-label="Claims">
					<div className="claims-found">
						<p role="status">
							{shown.length === 1 ? "1 claim" : `${number(shown.length, 12)} claims`}
							{narrowed && ` of ${number(entries.length, 12)}`}
						</p>
						{narrowed && (
							<Button
								size="compact-sm"
								onClick={() => {
									onWords("");
									change({ find: "", facets: "" }, "quiet");
								}}
							>
								Clear all choices
							</Button>
						)}
					</div>
					{shown.length === 0 && (
						<p className="quiet claims-none">
							{entries.length === 0
								? "This data package holds no claims. Its numbers rest on the sources of their own rows: open any number to see them."
								: "No claim matches. Try fewer or shorter words, or take a choice back."}
						</p>
					)}
					<ul className="claims-list">
						{shown.slice(0, drawn).map((entry) => (
							<ClaimItem
								key={entry.claim.id}
								entry={entry}
								selected={view.inspect === `claim:${entry.claim.id}`}
							/>
						))}
					</ul>
					{drawn < shown.length && (
						<Button fullWidth mt={16} onClick={() => setDrawn(drawn + PAGE)}>
							Show {Math.min(PAGE, shown.length - drawn)} more of {number(shown.length, 12)}
						</Button>
					)}
				</section>
			</div>
		</>
	);
});
