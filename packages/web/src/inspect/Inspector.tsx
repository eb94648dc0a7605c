/** The thing that was clicked: what it is, its numbers, who says so. */
import { CloseButton } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useOpened } from "../engine/queries.ts";
import { useChangeView, useView } from "../scenario/use-view.ts";
import "./inspector.css";

/** Cards by the kind in `kind:id`. Adding one is one file and one line here. */
const CARDS: Readonly<Record<string, React.ComponentType<{ readonly id: string }>>> = {
	facility: lazy(() => import("./FacilityCard.tsx").then((m) => ({ default: m.FacilityCard }))),
	region: lazy(() => import("./RegionCard.tsx").then((m) => ({ default: m.RegionCard }))),
	material: lazy(() => import("./MaterialCard.tsx").then((m) => ({ default: m.MaterialCard }))),
	reference: lazy(() => import("./ReferenceCard.tsx").then((m) => ({ default: m.ReferenceCard }))),
	stage: lazy(() => import("./StageCard.tsx").then((m) => ({ default: m.StageCard }))),
	node: lazy(() => import("./NodeCard.tsx").then((m) => ({ default: m.NodeCard }))),
	assumption: lazy(() =>
		import("./AssumptionCard.tsx").then((m) => ({ default: m.AssumptionCard })),
	),
	rests: lazy(() => import("./RestsCard.tsx").then((m) => ({ default: m.RestsCard }))),
	claim: lazy(() => import("./ClaimCard.tsx").then((m) => ({ default: m.ClaimCard }))),
	number: lazy(() => import("./NumberCard.tsx").then((m) => ({ default: m.NumberCard }))),
	flow: lazy(() => import("./FlowCard.tsx").then((m) => ({ default: m.FlowCard }))),
};

export function Inspector() {
	const { inspect } = useView();
	const { data: catalog } = useOpened();
	const change = useChangeView();
	const panel = useRef<HTMLElement>(null);
	const opener = useRef<Element | null>(null);
	const open = inspect !== "" && catalog !== undefined;

	useEffect(() => {
		if (!open) return;
		opener.current = document.activeElement;
		panel.current?.focus({ preventScroll: true });
		return () => {
			if (opener.current instanceof HTMLElement || opener.current instanceof SVGElement)
				opener.current.focus({ preventScroll: true });
		};
	}, [open]);

	useEffect(() => {
		if (inspect) panel.current?.scrollTo({ top: 0 });
	}, [inspect]);

	if (!open) return null;
	const separator = inspect.indexOf(":");
	const Card = CARDS[inspect.slice(0, separator)];
	const id = inspect.slice(separator + 1);
	return (
		<aside className="inspector" aria-label="Inspector" ref={panel} tabIndex={-1}>
			<CloseButton
				className="inspector-close"
				aria-label="Close the inspector (Esc)"
				onClick={() => change({ inspect: "" })}
			/>
			<Suspense fallback={<p className="quiet">Opening …</p>}>
				{Card ? <Card key={inspect} id={id} /> : <Missing what={inspect} />}
			</Suspense>
		</aside>
	);
}

interface MissingProps {
	readonly what: string;
	readonly why?: string;
}

export function Missing({
	what,
	why = "This data package knows nothing by that name. It may come from a link to another vintage.",
}: MissingProps) {
	return (
		<CardHead kind="Not found" title={what}>
			<p>{why}</p>
		</CardHead>
	);
}

interface HeadProps {
	readonly kind: ReactNode;
	readonly title: ReactNode;
	readonly children?: ReactNode;
}

export function CardHead({ kind, title, children }: HeadProps) {
	return (
		<header className="card-head">
			<p className="quiet small">{kind}</p>
			<h2>{title}</h2>
			{children}
		</header>
	);
}

/** A group of facts under a small heading. */
export function CardPart({
	title,
	children,
}: {
	readonly title: string;
	readonly children: ReactNode;
}) {
	return (
		<section className="card-part">
			<h3>{title}</h3>
			{children}
		</section>
	);
}

/** Opens another thing from inside a card. */
export function Open({ what, children }: { readonly what: string; readonly children: ReactNode }) {
	const change = useChangeView();
	return (
		<button type="button" className="plain open" onClick={() => change({ inspect: what })}>
			{children}
		</button>
	);
}
