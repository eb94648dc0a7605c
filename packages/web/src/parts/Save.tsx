import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { RefObject } from "react";
import { csvOf } from "../lib/csv.ts";
import { savePng, saveSvg, saveText } from "../lib/download.ts";
import type { Column } from "./DataTable.tsx";

interface CsvProps<R> {
	readonly file: string;
	readonly columns: readonly Column<R>[];
	readonly rows: readonly R[];
}

export function SaveCsv<R>({ file, columns, rows }: CsvProps<R>) {
	return (
		<Button
			leftSection={<IconDownload size={14} aria-hidden />}
			onClick={() => void saveCsv(file, columns, rows)}
		>
			CSV
		</Button>
	);
}

interface PictureProps<R> extends CsvProps<R> {
	readonly picture: RefObject<SVGSVGElement | null>;
}

/** The picture and the numbers under it, as files. */
export function SavePicture<R>({ file, columns, rows, picture }: PictureProps<R>) {
	return (
		<Menu position="bottom-end" width={180}>
			<Menu.Target>
				<Button leftSection={<IconDownload size={14} aria-hidden />}>Download</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={() => picture.current && saveSvg(`${file}.svg`, picture.current)}>
					Picture, SVG
				</Menu.Item>
				<Menu.Item onClick={() => picture.current && void savePng(`${file}.png`, picture.current)}>
					Picture, PNG
				</Menu.Item>
				<Menu.Item onClick={() => void saveCsv(file, columns, rows)}>Numbers, CSV</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

async function saveCsv<R>(file: string, columns: readonly Column<R>[], rows: readonly R[]) {
	saveText(`${file}.csv`, "text/csv", await csvOf(columns, rows));
}
