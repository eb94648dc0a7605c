import {
	createRootRoute,
	createRoute,
	createRouter,
	lazyRouteComponent,
	redirect,
	type SearchSchemaInput,
	stripSearchParams,
} from "@tanstack/react-router";
import { DEFAULT_VIEW, readView, type View } from "../scenario/view.ts";
import { PageError } from "../shell/PageError.tsx";
import { NotFound, Shell } from "../shell/Shell.tsx";

const root = createRootRoute({
	validateSearch: (raw: Partial<View> & SearchSchemaInput): View => readView(raw),
	search: { middlewares: [stripSearchParams(DEFAULT_VIEW)] },
	component: Shell,
	notFoundComponent: NotFound,
	errorComponent: PageError,
});

const index = createRoute({
	getParentRoute: () => root,
	path: "/",
	beforeLoad: ({ search }) => {
		throw redirect({ to: "/chain", search, replace: true });
	},
});

const chain = createRoute({
	getParentRoute: () => root,
	path: "/chain",
	component: lazyRouteComponent(() => import("../pages/chain/ChainPage.tsx"), "ChainPage"),
	errorComponent: PageError,
});

const map = createRoute({
	getParentRoute: () => root,
	path: "/map",
	component: lazyRouteComponent(() => import("../pages/map/MapPage.tsx"), "MapPage"),
	errorComponent: PageError,
});

const calibration = createRoute({
	getParentRoute: () => root,
	path: "/calibration",
	component: lazyRouteComponent(
		() => import("../pages/calibration/CalibrationPage.tsx"),
		"CalibrationPage",
	),
	errorComponent: PageError,
});

const evidence = createRoute({
	getParentRoute: () => root,
	path: "/evidence",
	component: lazyRouteComponent(() => import("../pages/evidence/EvidencePage.tsx"), "EvidencePage"),
	errorComponent: PageError,
});

export const router = createRouter({
	routeTree: root.addChildren([index, chain, map, calibration, evidence]),
	defaultPreload: "intent",
	scrollRestoration: true,
});

declare module "@tanstack/react-router" {
	interface Register {
		router: typeof router;
	}
}
