import { type PointerEvent, useCallback, useState } from "react";
import { createPortal } from "react-dom";
import "./tip.css";

interface Shown {
	readonly x: number;
	readonly y: number;
	readonly lines: readonly string[];
}

/** A small card beside the pointer: the first line is what it is, the rest its numbers. */
export function useTip() {
	const [shown, setShown] = useState<Shown | null>(null);
	const show = useCallback((event: PointerEvent, lines: readonly string[]) => {
		if (event.pointerType === "touch") return;
		setShown({ x: event.clientX, y: event.clientY, lines });
	}, []);
	const hide = useCallback(() => setShown(null), []);
	const element = shown && createPortal(<Tip {...shown} />, document.body);
	return { show, hide, element };
}

function Tip({ x, y, lines: [first, ...rest] }: Shown) {
	const left = x > window.innerWidth - 320;
	const above = y > window.innerHeight - 160;
	return (
		<div
			className="tip"
			aria-hidden
			style={{
				left: left ? undefined : x + 14,
				right: left ? window.innerWidth - x + 14 : undefined,
				top: above ? undefined : y + 14,
				bottom: above ? window.innerHeight - y + 14 : undefined,
			}}
		>
			<b>{first}</b>
			{rest.map((line) => (
				<span key={line}>{line}</span>
			))}
		</div>
	);
}
