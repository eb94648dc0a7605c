import "./app/styles.ts";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./app/router.tsx";
import { theme } from "./app/theme.ts";
import { warm } from "./engine/client.ts";

const queries = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: Number.POSITIVE_INFINITY,
			gcTime: Number.POSITIVE_INFINITY,
			retry: false,
			networkMode: "always",
			refetchOnWindowFocus: false,
		},
	},
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
	<StrictMode>
		<MantineProvider
			theme={theme}
			defaultColorScheme="auto"
			colorSchemeManager={localStorageColorSchemeManager({ key: "lodegrid-theme" })}
		>
			<QueryClientProvider client={queries}>
				<RouterProvider router={router} />
			</QueryClientProvider>
		</MantineProvider>
	</StrictMode>,
);

// The first picture is shipped; the solver can come up behind it.
setTimeout(warm, 1000);
if (import.meta.env.PROD) setTimeout(keepForOffline, 4000);

/** Without storage or service workers the app works all the same, only not without a network. */
function keepForOffline(): void {
	void navigator.serviceWorker?.register("/sw.js").catch(() => {});
}
