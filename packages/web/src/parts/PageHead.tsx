import { type ReactNode, useEffect } from "react";
import { useChangeView } from "../scenario/use-view.ts";
import "./page-head.css";

export interface KeyNumber {
	readonly label: string;
	readonly value: string;
	/** Every digit. */
	readonly exact?: string;
	/** What the number is held against. */
	readonly compared: string;
	readonly tone?: "bad" | "good";
	/** What the inspector opens: the numbers and claims it rests on. */
	readonly opens?: string;
}

interface Props {
	readonly question: string;
	/** The answer, one sentence with its number. */
	readonly answer: string;
	readonly numbers?: readonly KeyNumber[];
	/** True while a newer answer is being worked out. */
	readonly stale?: boolean;
	readonly children?: ReactNode;
}

/** The question small, the answer large, the numbers that carry it. */
export function PageHead({ question, answer, numbers = [], stale = false, children }: Props) {
	const change = useChangeView();
	useEffect(() => {
		document.title = `${answer} · Lodegrid`;
	}, [answer]);
	return (
		<header className="head" data-stale={stale || undefined} aria-busy={stale}>
			<p className="question">{question}</p>
			<h1>{answer}</h1>
			{children}
			{numbers.length > 0 && (
				<dl className="numbers">
					{numbers.map(({ label, value, exact, compared, tone, opens }) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd className="number" title={exact} data-tone={tone}>
								{opens ? (
									<button
										type="button"
										className="plain number-opens"
										aria-label={`${label}: ${value}. Open what it rests on`}
										onClick={() => change({ inspect: opens })}
									>
										{value}
									</button>
								) : (
									value
								)}
							</dd>
							<dd className="compared">{compared}</dd>
						</div>
					))}
				</dl>
			)}
		</header>
	);
}

/** The head's shape while the first answer is on its way. */
export function PageHeadWaiting({
	question,
	doing,
}: {
	readonly question: string;
	readonly doing: string;
}) {
	return (
		<header className="head" aria-busy="true">
			<p className="question">{question}</p>
			<h1 className="waiting">{doing}</h1>
			<div className="numbers" aria-hidden>
				{[1, 2, 3, 4].map((n) => (
					<div key={n}>
						<span className="bone" />
						<span className="bone wide" />
					</div>
				))}
			</div>
		</header>
	);
}
