import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconHelp, IconMoon, IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { View } from "../scenario/view.ts";
import { PAGES } from "./pages.ts";

/** The pages, as icons with words; at the foot of the window on a phone. */
export function Rail({ onHelp }: { readonly onHelp: () => void }) {
	return (
		<nav className="rail" aria-label="Pages">
			<Link to="/chain" search={{}} className="logo" aria-label="Lodegrid, the baseline">
				<img src="/icon.svg" alt="" width="32" height="32" />
			</Link>
			<ul>
				{PAGES.map(({ to, name, key, icon: Icon }) => (
					<li key={to}>
						<Link
							to={to}
							search={keepScenario}
							className="rail-link"
							title={`${name} (g then ${key})`}
						>
							<Icon size={22} stroke={1.6} aria-hidden />
							<span>{name}</span>
						</Link>
					</li>
				))}
			</ul>
			<div className="rail-foot">
				<ActionIcon variant="subtle" size="lg" aria-label="Keyboard and help" onClick={onHelp}>
					<IconHelp size={20} stroke={1.6} />
				</ActionIcon>
				<SchemeToggle />
			</div>
		</nav>
	);
}

/** Another page, same scenario: what is open or selected on this page stays behind. */
function keepScenario(view: Partial<View>): Partial<View> {
	return { ...view, tab: "picture", inspect: "" };
}

export function SchemeToggle() {
	const { setColorScheme } = useMantineColorScheme();
	const dark = useComputedColorScheme("light") === "dark";
	return (
		<ActionIcon
			variant="subtle"
			size="lg"
			aria-label={dark ? "Light colours" : "Dark colours"}
			onClick={() => setColorScheme(dark ? "light" : "dark")}
		>
			{dark ? <IconSun size={20} stroke={1.6} /> : <IconMoon size={20} stroke={1.6} />}
		</ActionIcon>
	);
}
