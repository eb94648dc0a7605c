import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { ClaimFiles } from "../../../engine/protocol.ts";
import { saveText } from "../../../lib/download.ts";
import { EvidenceHead } from "../frame.tsx";
import { OwnInUse } from "./OwnInUse.tsx";
import { ReviewOf } from "./ReviewOf.tsx";
import { RowForm } from "./RowForm.tsx";
import { csvOf, type Draft, type FormTable, template } from "./row-form.ts";
import "./import.css";

const TABLES: readonly FormTable[] = ["claims", "sources", "subjects"];
const WORDS: Readonly<Record<FormTable, string>> = {
	claims: "Claims",
	sources: "Sources that are not listed yet",
	subjects: "Subjects that are not listed yet",
};
const NOTHING: ClaimFiles = { claims: null, sources: null, subjects: null };
const FIRST: Draft = { form: "exact", derivation: "printed", standing: "counts" };

/** New claims from files or a form, reviewed before anything is taken in. */
export function AddClaims() {
	const [way, setWay] = useState("files");
	const [asked, setAsked] = useState({ files: NOTHING, times: 0 });
	const review = (files: ClaimFiles) => setAsked(({ times }) => ({ files, times: times + 1 }));
	return (
		<div className="add-claims">
			{asked.times === 0 && (
				<EvidenceHead answer="New claims show what they would change before they count" />
			)}
			<OwnInUse />
			<SegmentedControl
				value={way}
				onChange={setWay}
				aria-label="How to add claims"
				data={[
					{ value: "files", label: "From CSV files" },
					{ value: "form", label: "One claim by hand" },
				]}
			/>
			{way === "files" ? <Files onReview={review} /> : <Form onReview={review} />}
			{asked.times > 0 && <ReviewOf files={asked.files} times={asked.times} key={asked.times} />}
		</div>
	);
}

function Files({ onReview }: { readonly onReview: (files: ClaimFiles) => void }) {
	const [files, setFiles] = useState(NOTHING);
	return (
		<section aria-label="Claims from files">
			<p>
				A file has the columns of its table; order is free and optional columns may be left out.
				Nothing is taken in before you have seen what it would change.
			</p>
			<div className="import-files">
				{TABLES.map((table) => (
					<FileField
						key={table}
						table={table}
						onBytes={(bytes) => setFiles((before) => ({ ...before, [table]: bytes }))}
					/>
				))}
			</div>
			<Button disabled={!files.claims} onClick={() => onReview(files)}>
				Review
			</Button>
		</section>
	);
}

interface FileProps {
	readonly table: FormTable;
	readonly onBytes: (bytes: Uint8Array | null) => void;
}

/** Hands on the bytes as they are: the engine's reader says what is wrong with them. */
function FileField({ table, onBytes }: FileProps) {
	return (
		<label className="import-file">
			<b>{WORDS[table]}</b>
			<input
				type="file"
				accept=".csv,text/csv"
				onChange={async ({ target }) => onBytes(await bytesOf(target.files?.[0]))}
			/>
			<button
				type="button"
				className="plain open small"
				onClick={() => saveText(`${table}.csv`, "text/csv", template(table))}
			>
				An empty {table}.csv to fill in
			</button>
		</label>
	);
}

function Form({ onReview }: { readonly onReview: (files: ClaimFiles) => void }) {
	const [drafts, setDrafts] = useState<Partial<Record<FormTable, Draft>>>({ claims: FIRST });
	const put = (table: FormTable, draft: Draft | undefined) =>
		setDrafts(({ [table]: _, ...others }) => (draft ? { ...others, [table]: draft } : others));
	const bytes = (table: FormTable) => {
		const draft = drafts[table];
		return draft ? new TextEncoder().encode(csvOf(table, draft)) : null;
	};
	return (
		<form
			aria-label="One claim by hand"
			onSubmit={(event) => {
				event.preventDefault();
				onReview({
					claims: bytes("claims"),
					sources: bytes("sources"),
					subjects: bytes("subjects"),
				});
			}}
		>
			{TABLES.map((table) => {
				const draft = drafts[table];
				if (draft)
					return (
						<RowForm
							key={table}
							table={table}
							title={
								table === "claims" ? "The claim" : WORDS[table].replace("s that are", " that is")
							}
							draft={draft}
							onChange={(next) => put(table, next)}
						/>
					);
				return (
					<Button key={table} variant="subtle" onClick={() => put(table, {})}>
						Add a {table.slice(0, -1)} that is not listed yet
					</Button>
				);
			})}
			<div className="import-actions">
				<Button type="submit">Review</Button>
			</div>
		</form>
	);
}

async function bytesOf(file: File | undefined): Promise<Uint8Array | null> {
	return file ? new Uint8Array(await file.arrayBuffer()) : null;
}
