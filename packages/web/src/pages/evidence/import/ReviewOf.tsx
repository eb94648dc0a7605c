import type { ClaimRow, EvidenceFinding, ImportReview } from "@lodegrid/engine/evidence";
import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { type Catalog, useCatalog } from "../../../engine/catalog.ts";
import { joined, readOwnClaims, writeOwnClaims } from "../../../engine/own-claims.ts";
import type { ClaimFiles } from "../../../engine/protocol.ts";
import { useReview } from "../../../engine/queries.ts";
import { cellTitle } from "../../../evidence/cell-title.ts";
import { count, number } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../parts/DataTable.tsx";
import { Failure } from "../../../parts/Failure.tsx";
import { useChangeView } from "../../../scenario/use-view.ts";
import { EvidenceHead } from "../frame.tsx";
import { Refused } from "./Refused.tsx";
import { ResultsDiff } from "./ResultsDiff.tsx";

type Change = ImportReview["parameters"][number];
type Duplicate = ImportReview["duplicates"][number];

const ADDED: readonly Column<ClaimRow>[] = [
	{ id: "id", title: "Claim", value: (row) => row.id, nowrap: true },
	{ id: "subject", title: "About", value: (row) => row.subject_id },
	{ id: "attribute", title: "What", value: (row) => row.attribute_id },
	{ id: "as_of", title: "As of", value: (row) => row.as_of },
	{ id: "printed", title: "As printed", value: (row) => row.printed },
	{ id: "revises", title: "Revises", value: (row) => row.revises_id ?? "" },
	{ id: "sources", title: "Who says so", value: (row) => row.source_ids.join("; ") },
];

const changesOf = (catalog: Catalog): readonly Column<Change>[] => [
	{
		id: "number",
		title: "Number of the model",
		value: ({ id, after, before }) => {
			const cell = (after ?? before)?.cell;
			return cell ? cellTitle(catalog, cell) : id;
		},
	},
	{ id: "before", title: "Before", value: (row) => row.before?.value ?? null },
	{ id: "after", title: "After", value: (row) => row.after?.value ?? null },
	{
		id: "spread",
		title: "Range before",
		value: (row) => rangeOf(row.before),
		nowrap: true,
	},
	{ id: "spreadAfter", title: "Range after", value: (row) => rangeOf(row.after), nowrap: true },
	{ id: "id", title: "Where it stands", value: (row) => row.id },
	{
		id: "rule",
		title: "Rule",
		value: ({ after, before }) => (after ?? before)?.rule.replaceAll("_", " ") ?? null,
	},
];

const DUPLICATES: readonly Column<Duplicate>[] = [
	{ id: "claim", title: "Row", value: (row) => row.claim, nowrap: true },
	{ id: "kind", title: "Is", value: (row) => KIND_WORDS[row.kind] },
	{ id: "of", title: "Claim", value: (row) => row.of },
	{ id: "sentence", title: "Why", value: (row) => row.sentence },
];

const FINDINGS: readonly Column<EvidenceFinding>[] = [
	{ id: "kind", title: "Kind", value: (row) => row.kind, nowrap: true },
	{ id: "sentence", title: "Finding", value: (row) => row.sentence },
	{ id: "claims", title: "Claims", value: (row) => row.claims.join("; ") },
];

const KIND_WORDS: Readonly<Record<Duplicate["kind"], string>> = {
	same: "word for word the same as",
	echo: "an echo of",
	agrees: "in agreement with",
};

interface Props {
	readonly files: ClaimFiles;
	/** How often a review was asked for: names this one. */
	readonly times: number;
}

/** What the files would change: claims, numbers, findings, results. Nothing is taken in yet. */
export function ReviewOf({ files, times }: Props) {
	const { data, error, isFetching, refetch } = useReview(files, times);
	const change = useChangeView();
	const catalog = useCatalog();
	const changes = useMemo(() => changesOf(catalog), [catalog]);
	if (error && !isFetching)
		return <Failure title="The review failed." error={error} next={() => refetch()} />;
	if (!data) return <EvidenceHead answer={null} doing="Reading and checking …" />;
	if (!data.ok) return <Refused problems={data.problems} />;
	const { added, duplicates, revised, parameters, findings } = data.review;
	return (
		<section className="import-review" aria-label="Review">
			<EvidenceHead answer={summary(data.review)} />
			<h2>What these claims would change</h2>
			{revised.length > 0 && (
				<p>
					{count(revised.length, "earlier claim")} would be kept as superseded:{" "}
					{revised.map(({ claim, by }) => `${claim} by ${by}`).join("; ")}.
				</p>
			)}
			<DataTable
				title="Numbers of the model that change"
				file="lodegrid-import-numbers"
				columns={changes}
				rows={parameters}
				empty="No number of the model depends on these claims."
				onOpen={(row) => change({ inspect: `number:${row.id}` })}
			/>
			<DataTable
				title="Echoes and agreement"
				file="lodegrid-import-duplicates"
				columns={DUPLICATES}
				rows={duplicates}
				empty="Nothing like these claims is in the ledger yet."
			/>
			<DataTable
				title="New findings"
				file="lodegrid-import-findings"
				columns={FINDINGS}
				rows={findings}
				empty="The checks find nothing wrong that was not there before."
			/>
			<DataTable
				title="New claims"
				file="lodegrid-import-claims"
				columns={ADDED}
				rows={added}
				empty="Every row is in the ledger already."
			/>
			<ResultsDiff files={files} times={times} touched={parameters.length > 0} />
			<Accept files={files} claims={added.length} />
		</section>
	);
}

function Accept({ files, claims }: { readonly files: ClaimFiles; readonly claims: number }) {
	const [failure, setFailure] = useState<unknown>(null);
	if (claims === 0) return null;
	return (
		<div className="import-actions">
			<Button variant="filled" onClick={() => accept(files).catch(setFailure)}>
				Use {claims === 1 ? "this claim" : `these ${number(claims)} claims`} on this machine
			</Button>
			<p className="quiet small">
				They stay in this browser and can be taken out again. To put them into a package for good:
				lodegrid evidence import.
			</p>
			{failure !== null && <Failure title="They could not be kept." error={failure} />}
		</div>
	);
}

async function accept(files: ClaimFiles): Promise<void> {
	const before = await readOwnClaims();
	const text = (bytes: Uint8Array | null) => (bytes ? new TextDecoder().decode(bytes) : "");
	await writeOwnClaims({
		claims: joined(before?.claims ?? "", text(files.claims)),
		sources: joined(before?.sources ?? "", text(files.sources)),
		subjects: joined(before?.subjects ?? "", text(files.subjects)),
	});
	location.reload();
}

function summary({ added, duplicates, parameters, findings }: ImportReview): string {
	const echoes = duplicates.filter(({ kind }) => kind === "echo").length;
	const parts = [
		`${count(added.length, "new claim")}`,
		echoes > 0 && `${echoes} of them ${echoes === 1 ? "an echo" : "echoes"}`,
		`${count(parameters.length, "number")} of the model ${parameters.length === 1 ? "changes" : "change"}`,
		`${count(findings.length, "new finding")}`,
	];
	return parts.filter(Boolean).join("; ");
}

function rangeOf(resolution: Change["after"]): string {
	const spread = resolution?.distribution;
	return spread ? `${number(spread.low)} to ${number(spread.high)}` : "none";
}
