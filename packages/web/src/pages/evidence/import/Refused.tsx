import type { Problem } from "@lodegrid/engine/dataset";
import { count } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../parts/DataTable.tsx";
import { EvidenceHead } from "../frame.tsx";

const COLUMNS: readonly Column<Problem>[] = [
	{ id: "file", title: "File", value: ({ table }) => `${table}.csv`, nowrap: true },
	{ id: "row", title: "Row", value: ({ row }) => row },
	{ id: "column", title: "Column", value: ({ column }) => column ?? "", nowrap: true },
	{ id: "message", title: "What is wrong", value: ({ message }) => message },
	{ id: "nearest", title: "Nearest", value: ({ nearest }) => nearest ?? "" },
];

/** Every problem of the files at once; nothing of them was taken in. */
export function Refused({ problems }: { readonly problems: readonly Problem[] }) {
	const errors = problems.filter(({ severity }) => severity === "error");
	return (
		<section className="import-refused" role="alert">
			<EvidenceHead answer={`Refused: ${count(errors.length, "problem")}; nothing was taken in`} />
			<DataTable
				title="What to mend"
				file="lodegrid-import-problems"
				columns={COLUMNS}
				rows={errors}
			/>
		</section>
	);
}
