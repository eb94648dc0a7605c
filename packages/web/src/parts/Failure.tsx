import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import "./failure.css";

interface Props {
	readonly title: string;
	readonly error: unknown;
	/** What to do next: a button, or anything else as children. */
	readonly next?: () => void;
	readonly nextWords?: string;
	readonly children?: ReactNode;
}

/** An error, in words, with what to do next. */
export function Failure({ title, error, next, nextWords = "Try again", children }: Props) {
	return (
		<div className="failure" role="alert">
			<h2>{title}</h2>
			<pre>{error instanceof Error ? error.message : String(error)}</pre>
			{next && <Button onClick={() => next()}>{nextWords}</Button>}
			{children}
		</div>
	);
}
