import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { View } from "./view.ts";

/** The view the URL describes. */
export function useView(): View {
	return useSearch({ from: "__root__" }) as View;
}

/**
 * Changes the view by changing the URL. `quiet` replaces the history entry, for
 * changes that Back should not step through (typing, walking with the arrows).
 */
export function useChangeView(): (patch: Partial<View>, quiet?: "quiet") => void {
	const navigate = useNavigate();
	return useCallback(
		(patch, quiet) => {
			void navigate({
				to: ".",
				search: (previous: Partial<View>) => ({ ...previous, ...patch }),
				replace: quiet === "quiet",
				resetScroll: false,
			});
		},
		[navigate],
	);
}
