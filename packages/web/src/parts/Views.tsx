import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useChangeView, useView } from "../scenario/use-view.ts";
import type { Tab } from "../scenario/view.ts";
import "./views.css";

interface Props {
	readonly picture: ReactNode;
	readonly table: ReactNode;
	readonly method: ReactNode;
	/** Controls of this picture, beside the tabs. */
	readonly tools?: ReactNode;
}

/** Picture · Table · Method: one thing seen three ways, the choice kept in the URL. */
export function Views({ picture, table, method, tools }: Props) {
	const { tab } = useView();
	const change = useChangeView();
	return (
		<Tabs
			className="views"
			value={tab}
			keepMounted={false}
			onChange={(value) => change({ tab: (value ?? "picture") as Tab }, "quiet")}
		>
			<div className="views-head">
				<Tabs.List>
					<Tabs.Tab value="picture">Picture</Tabs.Tab>
					<Tabs.Tab value="table">Table</Tabs.Tab>
					<Tabs.Tab value="method">Method</Tabs.Tab>
				</Tabs.List>
				<div className="views-tools">{tools}</div>
			</div>
			<Tabs.Panel value="picture">{picture}</Tabs.Panel>
			<Tabs.Panel value="table">{table}</Tabs.Panel>
			<Tabs.Panel value="method">
				<div className="method">{method}</div>
			</Tabs.Panel>
		</Tabs>
	);
}
