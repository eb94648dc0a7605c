import { type RefCallback, useCallback, useState } from "react";

/** The width of an element as it is now, px; pictures are laid out for it, not scaled to it. */
export function useWidth<E extends Element>(initial = 960): [RefCallback<E>, number] {
	const [width, setWidth] = useState(initial);
	const ref = useCallback((element: E | null) => {
		if (!element) return;
		setWidth(Math.floor(element.getBoundingClientRect().width));
		const observer = new ResizeObserver(([entry]) => {
			if (entry) setWidth(Math.floor(entry.contentRect.width));
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	return [ref, width];
}
