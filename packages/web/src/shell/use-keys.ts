import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useChangeView } from "../scenario/use-view.ts";
import type { View } from "../scenario/view.ts";
import { PAGES } from "./pages.ts";

interface Actions {
	readonly onSearch: () => void;
	readonly onHelp: () => void;
}

const LEADER_MS = 1200;

/** `g` then a letter opens a page, `/` searches, `?` helps, Esc closes the inspector. */
export function useKeys({ onSearch, onHelp }: Actions): void {
	const navigate = useNavigate();
	const change = useChangeView();
	const leaderAt = useRef(Number.NEGATIVE_INFINITY);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
			if (event.key === "Escape" && !inDialog(event)) change({ inspect: "" });
			if (isTyping(event) || inDialog(event)) return;
			const led = event.timeStamp - leaderAt.current < LEADER_MS;
			leaderAt.current = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
			const page = led && PAGES.find(({ key }) => key === event.key);
			if (page) {
				void navigate({
					to: page.to,
					search: (view: Partial<View>) => ({ ...view, tab: "picture" as const, inspect: "" }),
				});
			} else if (event.key === "/") {
				event.preventDefault();
				onSearch();
			} else if (event.key === "?") onHelp();
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, [navigate, change, onSearch, onHelp]);
}

function isTyping({ target }: KeyboardEvent): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
	);
}

function inDialog({ target }: KeyboardEvent): boolean {
	return target instanceof Element && target.closest("[role=dialog],[role=menu]") !== null;
}
