import { useId, useMemo } from "react";
import { type Catalog, useCatalog } from "../../../engine/catalog.ts";
import { type Draft, type Field, type FormTable, fieldsOf } from "./row-form.ts";

interface Props {
	readonly table: FormTable;
	readonly title: string;
	readonly draft: Draft;
	/** Columns that are not asked for. */
	readonly without?: ReadonlySet<string>;
	readonly onChange: (draft: Draft) => void;
}

/** The fields of one row of a table, each with what it means and what it takes. */
export function RowForm({ table, title, draft, without, onChange }: Props) {
	const fields = useMemo(
		() => fieldsOf(table).filter(({ name }) => !without?.has(name)),
		[table, without],
	);
	return (
		<fieldset className="row-form">
			<legend>{title}</legend>
			{fields.map((field) => (
				<FormField
					key={field.name}
					field={field}
					value={draft[field.name] ?? ""}
					onChange={(value) => onChange({ ...draft, [field.name]: value })}
				/>
			))}
		</fieldset>
	);
}

interface FieldProps {
	readonly field: Field;
	readonly value: string;
	readonly onChange: (value: string) => void;
}

function FormField({ field, value, onChange }: FieldProps) {
	const catalog = useCatalog();
	const id = useId();
	const known = useMemo(() => knownIds(catalog, field.of), [catalog, field]);
	const listed = known.length > 0;
	return (
		<div className="row-field">
			<label htmlFor={id}>
				{field.label}
				{field.needed && <span className="quiet"> needed</span>}
			</label>
			{field.kind === "choice" ? (
				<select
					id={id}
					value={value}
					aria-describedby={`${id}-help`}
					onChange={({ target }) => onChange(target.value)}
				>
					<option value="">—</option>
					{field.choices.map((choice) => (
						<option key={choice} value={choice}>
							{choice.replaceAll("_", " ")}
						</option>
					))}
				</select>
			) : (
				<input
					id={id}
					value={value}
					inputMode={field.kind === "number" ? "decimal" : "text"}
					list={listed && field.kind === "id" ? `${id}-known` : undefined}
					aria-describedby={`${id}-help`}
					spellCheck={false}
					onChange={({ target }) => onChange(target.value)}
				/>
			)}
			{field.kind === "ids" && listed && (
				<AddId known={known} onAdd={(one) => onChange(value === "" ? one : `${value};${one}`)} />
			)}
			{listed && field.kind === "id" && <Known id={`${id}-known`} known={known} />}
			<p id={`${id}-help`} className="quiet small">
				{field.help}
			</p>
		</div>
	);
}

/** Appends a known id to a list of ids, found by its name. */
function AddId({
	known,
	onAdd,
}: {
	readonly known: readonly KnownId[];
	readonly onAdd: (id: string) => void;
}) {
	const id = useId();
	const ids = useMemo(() => new Set(known.map((one) => one.id)), [known]);
	return (
		<>
			<input
				list={id}
				aria-label="Find one and add it to the chain"
				placeholder="Find and add …"
				onChange={({ target }) => {
					if (!ids.has(target.value)) return;
					onAdd(target.value);
					target.value = "";
				}}
			/>
			<Known id={id} known={known} />
		</>
	);
}

function Known({ id, known }: { readonly id: string; readonly known: readonly KnownId[] }) {
	return (
		<datalist id={id}>
			{known.map((one) => (
				<option key={one.id} value={one.id}>
					{one.name}
				</option>
			))}
		</datalist>
	);
}

interface KnownId {
	readonly id: string;
	readonly name: string;
}

function knownIds({ tables }: Catalog, of: readonly string[]): KnownId[] {
	return of
		.filter((table) => table !== "assumptions")
		.flatMap((table) => tables[table as keyof typeof tables] as readonly Named[])
		.map((row) => ({
			id: row.id,
			name: row.name ?? [row.publisher, row.title ?? row.printed].filter(Boolean).join(": "),
		}));
}

interface Named {
	readonly id: string;
	readonly name?: string;
	readonly title?: string;
	readonly publisher?: string;
	readonly printed?: string;
}
