import { Tabs } from "@mantine/core";
import { Suspense, useMemo, useState } from "react";
import { useChangeView, useView } from "../../scenario/use-view.ts";
import { type Slots, SlotsContext } from "./frame.tsx";
import { VIEWS } from "./views.ts";
import "../../parts/views.css";
import "./evidence.css";

/** Who says so: claims, where they disagree, and whether their arithmetic holds. */
export function EvidencePage() {
	const { show } = useView();
	const change = useChangeView();
	const [head, setHead] = useState<HTMLElement | null>(null);
	const [tools, setTools] = useState<HTMLElement | null>(null);
	const slots = useMemo<Slots>(() => ({ head, tools }), [head, tools]);
	const current = VIEWS.find(({ id }) => id === show) ?? VIEWS[0];
	return (
		<SlotsContext value={slots}>
			<div ref={setHead} className="evidence-head" />
			<Tabs
				className="views evidence"
				value={current?.id ?? null}
				keepMounted={false}
				onChange={(value) => change({ show: value === VIEWS[0]?.id ? "" : (value ?? "") })}
			>
				<div className="views-head">
					<Tabs.List>
						{VIEWS.map(({ id, name }) => (
							<Tabs.Tab key={id} value={id}>
								{name}
							</Tabs.Tab>
						))}
					</Tabs.List>
					<div className="views-tools" ref={setTools} />
				</div>
				{VIEWS.map(({ id, View }) => (
					<Tabs.Panel key={id} value={id}>
						<Suspense fallback={<p className="quiet">Opening …</p>}>
							<View />
						</Suspense>
					</Tabs.Panel>
				))}
			</Tabs>
		</SlotsContext>
	);
}
