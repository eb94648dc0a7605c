import { Button } from "@mantine/core";

interface Props {
	readonly question: string;
	readonly onAgain: () => void;
}

/** Work that was cancelled before it had an answer. */
export function Stopped({ question, onAgain }: Props) {
	return (
		<div>
			<p className="question">{question}</p>
			<p>Stopped before there was an answer.</p>
			<p style={{ marginTop: 12 }}>
				<Button onClick={onAgain}>Work it out</Button>
			</p>
		</div>
	);
}
