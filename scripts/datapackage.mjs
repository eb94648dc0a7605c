/**
 * Writes `datapackage.json` of a package folder anew from the table declarations;
 * name, title, version, licences and sources stay as they stand in the file:
 * `node scripts/run.mjs scripts/datapackage.mjs data/baseline [more folders]`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { datapackageJson, TABLES } from "@lodegrid/engine/dataset";

for (const folder of process.argv.slice(2)) {
	const file = join(folder, "datapackage.json");
	const name = basename(resolve(folder)).toLowerCase();
	const fresh = { name, title: name, description: name, version: "0.1.0" };
	const meta = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : fresh;
	const without = Object.values(TABLES).filter(
		({ name, optional }) => optional && !existsSync(join(folder, `${name}.csv`)),
	);
	writeFileSync(file, datapackageJson(meta, new Set(without.map((table) => table.name))));
	console.log(`${file}: ${meta.name} ${meta.version}`);
}
