import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useWorking, type Working } from "../engine/progress.ts";
import { number } from "../lib/format.ts";
import "./progress.css";

/** Work shorter than this is not announced: it would only flicker. */
const PATIENCE_MS = 350;

/** A quiet line: what is being done, how far, how long still, Cancel. */
export function Progress() {
	const working = useWorking();
	const now = useClock(working !== null);
	const queries = useQueryClient();
	if (!working || now - working.since < PATIENCE_MS) return null;
	const share = working.total > 0 ? Math.min(1, working.done / working.total) : null;
	return (
		<div className="progress" role="status" aria-live="polite">
			<div
				className="progress-line"
				data-open={share === null || undefined}
				style={share === null ? undefined : { transform: `scaleX(${share})` }}
			/>
			<div className="progress-text">
				<span>{working.task}</span>
				<span className="quiet">{timing(working, share, now)}</span>
				<button type="button" className="plain" onClick={() => void queries.cancelQueries()}>
					Cancel
				</button>
			</div>
		</div>
	);
}

function timing({ since, done, total }: Working, share: number | null, now: number): string {
	const seconds = (now - since) / 1000;
	const spent = `${Math.round(seconds)} s`;
	if (share === null) return spent;
	const left = share > 0.05 ? `, ${Math.ceil((seconds * (1 - share)) / share)} s left` : "";
	return `${number(done)} of ${number(total)}, ${spent}${left}`;
}

function useClock(running: boolean): number {
	const [now, setNow] = useState(() => performance.now());
	useEffect(() => {
		if (!running) return;
		const timer = setInterval(() => setNow(performance.now()), 200);
		return () => clearInterval(timer);
	}, [running]);
	return now;
}
