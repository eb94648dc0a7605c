import { useEffect, useRef } from "react";
import { useChangeView, useView } from "../../scenario/use-view.ts";

interface Props {
	readonly label: string;
	readonly placeholder: string;
	readonly words: string;
	readonly onWords: (words: string) => void;
}

/** The address follows when the typing rests: writing it at every key would slow the typing. */
const REST_MS = 300;

/** A line to search in; its words stand in the address as `find`. */
export function SearchWords({ label, placeholder, words, onWords }: Props) {
	const { find } = useView();
	const change = useChangeView();
	const written = useRef(find);
	useEffect(() => {
		if (find === written.current) return;
		written.current = find;
		onWords(find);
	}, [find, onWords]);
	useEffect(() => {
		if (words === written.current) return;
		const timer = setTimeout(() => {
			written.current = words;
			change({ find: words }, "quiet");
		}, REST_MS);
		return () => clearTimeout(timer);
	}, [words, change]);
	return (
		<search className="words">
			<input
				type="search"
				aria-label={label}
				placeholder={placeholder}
				maxLength={120}
				value={words}
				onChange={({ target }) => onWords(target.value)}
			/>
		</search>
	);
}
