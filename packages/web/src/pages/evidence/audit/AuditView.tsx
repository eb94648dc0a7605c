import type { VerdictKind } from "@lodegrid/engine/evidence";
import { Button, type OptionsFilter, Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { useAudit } from "../../../engine/queries.ts";
import { VerdictMark } from "../../../evidence/VerdictMark.tsx";
import { VERDICT_WORDS } from "../../../evidence/words.ts";
import { webLink } from "../../../lib/link.ts";
import { useWidth } from "../../../lib/use-width.ts";
import { Failure } from "../../../parts/Failure.tsx";
import { SaveCsv } from "../../../parts/Save.tsx";
import { Stopped } from "../../../parts/Stopped.tsx";
import { useChangeView, useView } from "../../../scenario/use-view.ts";
import { readChoices, slug, toggled, writeChoices } from "../claims/facets.ts";
import { matches } from "../claims/select.ts";
import { EvidenceHead, EvidenceTools, QUESTION } from "../frame.tsx";
import { useLedger } from "../use-ledger.ts";
import { auditAnswer, auditNumbers } from "./answer.ts";
import { AUDIT_COLUMNS } from "./columns.ts";
import { FigureItem } from "./FigureItem.tsx";
import { Findings } from "./Findings.tsx";
import { figuresOf } from "./figures.ts";
import { Strip } from "./Strip.tsx";
import { auditedSources, optionOf } from "./sources.ts";
import "../../../parts/chip.css";
import "./audit.css";

/** Sources offered at once. */
const OFFERED = 40;

/** All words have to stand somewhere in the name, in any order. */
const byWords: OptionsFilter = ({ options, search }) =>
	options
		.filter((option) => "label" in option && matches(option.label.toLowerCase(), search))
		.slice(0, OFFERED);

const VERDICTS: readonly VerdictKind[] = ["arithmetic error", "consistent", "cannot check"];
/** Figures drawn at once; more on demand. */
const PAGE = 60;

/** One source, figure by figure: does its arithmetic hold? */
export function AuditView() {
	const { catalog, evidence, entries, byId } = useLedger();
	const view = useView();
	const change = useChangeView();
	const sources = useMemo(() => auditedSources(entries, catalog), [entries, catalog]);
	const choicesOfSource = useMemo(
		() => sources.map((some) => ({ value: some.id, label: optionOf(some) })),
		[sources],
	);
	// Which source fails most is known only once the checks are in.
	const standard = evidence.data ? (sources[0]?.id ?? "") : "";
	const source = view.source || standard;
	const { data: audit, error, isFetching, isPlaceholderData, refetch } = useAudit(source);
	const [frame, width] = useWidth<HTMLDivElement>();
	const [drawn, setDrawn] = useState(PAGE);
	const choices = useMemo(() => readChoices(view.facets), [view.facets]);
	const wanted = choices.get("verdict");
	const figures = useMemo(() => (audit ? figuresOf(audit, byId) : []), [audit, byId]);
	const shown = useMemo(
		() => figures.filter(({ verdict }) => !wanted || wanted.has(slug(verdict.verdict))),
		[figures, wanted],
	);
	const row = catalog.sources.get(audit?.source ?? source);
	const link = webLink(row?.url);

	const failed = error ?? evidence.error;
	if (failed && !isFetching && !evidence.isFetching)
		return (
			<Failure
				title="The source could not be audited."
				error={failed}
				next={() => {
					void evidence.refetch();
					if (source) void refetch();
				}}
			/>
		);
	if (evidence.data && sources.length === 0)
		return <EvidenceHead answer="0 sources to audit: this data package holds no claims" />;
	if (!audit)
		return isFetching || evidence.isFetching ? (
			<EvidenceHead answer={null} doing="Working the figures out again …" />
		) : (
			<Stopped
				question={QUESTION}
				onAgain={() => {
					void evidence.refetch();
					if (source) void refetch();
				}}
			/>
		);

	const jump = (claim: string) => {
		setDrawn(figures.length);
		requestAnimationFrame(() => {
			const figure = document.getElementById(`figure-${claim}`);
			figure?.scrollIntoView({ block: "center" });
			figure?.focus({ preventScroll: true });
		});
	};
	return (
		<>
			<EvidenceHead
				answer={auditAnswer(audit, row)}
				numbers={auditNumbers(audit)}
				stale={isPlaceholderData}
			/>
			<EvidenceTools>
				<SaveCsv file={`lodegrid-audit-${audit.source}`} columns={AUDIT_COLUMNS} rows={shown} />
			</EvidenceTools>
			<div className="audit-source">
				<Select
					label="Source"
					searchable
					filter={byWords}
					onFocus={({ target }) => target.select()}
					allowDeselect={false}
					nothingFoundMessage="No source with claims is called that."
					value={source}
					data={choicesOfSource}
					onChange={(id) => change({ source: id ?? "" })}
				/>
				<p className="small">
					{link ? (
						<a href={link} target="_blank" rel="noreferrer noopener">
							Open the source
						</a>
					) : (
						<span className="quiet">The package has no address of it.</span>
					)}
				</p>
			</div>
			<div ref={frame}>
				<Strip figures={figures} width={width} onChoose={jump} />
			</div>
			{audit.findings.length > 0 && (
				<section aria-label="Findings" className="audit-part">
					<h2>{audit.findings.length === 1 ? "1 finding" : `${audit.findings.length} findings`}</h2>
					<Findings findings={audit.findings} />
				</section>
			)}
			<section aria-label="Figures in order of place" className="audit-part">
				<div className="claims-found">
					<h2>Figures, in order of place</h2>
					<fieldset className="verdicts">
						<legend className="hidden">Show only</legend>
						{VERDICTS.map((verdict) => (
							<button
								key={verdict}
								type="button"
								className="chip"
								aria-pressed={wanted?.has(slug(verdict)) ?? false}
								disabled={audit.counts[verdict] === 0 && !wanted?.has(slug(verdict))}
								onClick={() =>
									change(
										{ facets: writeChoices(toggled(choices, "verdict", slug(verdict))) },
										"quiet",
									)
								}
							>
								<VerdictMark verdict={verdict} bare />
								<span aria-hidden>{VERDICT_WORDS[verdict]}</span>{" "}
								<span className="quiet">{audit.counts[verdict]}</span>
							</button>
						))}
					</fieldset>
				</div>
				<p role="status" className="quiet small">
					{shown.length === figures.length
						? `All ${figures.length} figures`
						: `${shown.length} of ${figures.length} figures`}
				</p>
				<ol className="figures">
					{shown.slice(0, drawn).map((figure) => (
						<FigureItem key={figure.entry.claim.id} figure={figure} />
					))}
				</ol>
				{drawn < shown.length && (
					<Button fullWidth mt={16} onClick={() => setDrawn(drawn + PAGE)}>
						Show {Math.min(PAGE, shown.length - drawn)} more of {shown.length}
					</Button>
				)}
			</section>
		</>
	);
}
