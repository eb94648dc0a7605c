/**
 * The frame of the evidence page: head above, tabs, the view below. A view says its own answer
 * and tools with `EvidenceHead` and `EvidenceTools`; they appear in the frame, which stays as it
 * is while views change, so that the tabs keep the focus.
 */
import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";
import { type KeyNumber, PageHead, PageHeadWaiting } from "../../parts/PageHead.tsx";

export const QUESTION = "Who says so?";

export interface Slots {
	readonly head: HTMLElement | null;
	readonly tools: HTMLElement | null;
}

export const SlotsContext = createContext<Slots>({ head: null, tools: null });

interface HeadProps {
	/** The answer, one sentence with its number; null while it is worked out. */
	readonly answer: string | null;
	readonly doing?: string;
	readonly numbers?: readonly KeyNumber[];
	readonly stale?: boolean;
}

/** The answer of a view, in the head of the page. */
export function EvidenceHead({
	answer,
	doing = "Checking the claims …",
	numbers = [],
	stale = false,
}: HeadProps) {
	const { head } = useContext(SlotsContext);
	if (!head) return null;
	return createPortal(
		answer === null ? (
			<PageHeadWaiting question={QUESTION} doing={doing} />
		) : (
			<PageHead question={QUESTION} answer={answer} numbers={numbers} stale={stale} />
		),
		head,
	);
}

/** Controls of a view, beside the tabs. */
export function EvidenceTools({ children }: { readonly children: ReactNode }) {
	const { tools } = useContext(SlotsContext);
	return tools && createPortal(children, tools);
}
