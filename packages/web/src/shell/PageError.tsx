import { Button } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { Failure } from "../parts/Failure.tsx";

/** A page that broke: what happened and the two ways on. */
export function PageError({ error, reset }: ErrorComponentProps) {
	return (
		<Failure title="This view could not be drawn." error={error}>
			<Button onClick={reset}>Try again</Button>{" "}
			<Button component="a" href="/chain">
				Open the baseline
			</Button>
		</Failure>
	);
}
