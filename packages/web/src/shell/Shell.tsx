/** The frame around every page: rail, scenario bar, page, inspector. */
import { Link, Outlet } from "@tanstack/react-router";
import { type ReactNode, Suspense, useState } from "react";
import { CatalogProvider } from "../engine/catalog.ts";
import { useOpened } from "../engine/queries.ts";
import { Inspector } from "../inspect/Inspector.tsx";
import { Failure } from "../parts/Failure.tsx";
import { PageHeadWaiting } from "../parts/PageHead.tsx";
import { Help } from "./Help.tsx";
import { Progress } from "./Progress.tsx";
import { Rail } from "./Rail.tsx";
import { ScenarioBar } from "./ScenarioBar.tsx";
import { Search } from "./Search.tsx";
import { useKeys } from "./use-keys.ts";
import "./shell.css";

export function Shell() {
	const [open, setOpen] = useState<"search" | "help" | null>(null);
	const { data: catalog, error } = useOpened();
	useKeys({ onSearch: () => setOpen("search"), onHelp: () => setOpen("help") });
	return (
		<div className="shell">
			<a className="skip" href="#page">
				Skip to the page
			</a>
			<Rail onHelp={() => setOpen("help")} />
			<ScenarioBar onSearch={() => setOpen("search")} />
			<Progress />
			<CatalogProvider value={catalog ?? null}>
				<main id="page" className="page" tabIndex={-1}>
					{error ? (
						<Failure title="The data package could not be opened." error={error} />
					) : (
						<Page />
					)}
				</main>
				<Inspector />
			</CatalogProvider>
			<Search opened={open === "search"} onClose={() => setOpen(null)} />
			<Help opened={open === "help"} onClose={() => setOpen(null)} />
		</div>
	);
}

function Page(): ReactNode {
	const { data: catalog } = useOpened();
	if (!catalog) return <PageHeadWaiting question="Lodegrid" doing="Opening the data package …" />;
	return (
		<Suspense fallback={<p className="quiet">Opening …</p>}>
			<Outlet />
		</Suspense>
	);
}

export function NotFound() {
	return (
		<article className="message">
			<p className="question">Nothing here</p>
			<h1>This address names no page of Lodegrid.</h1>
			<p>
				<Link to="/chain">Open the chain</Link>
			</p>
		</article>
	);
}
