import { useDeferredValue, useState } from "react";
import { useView } from "../../../scenario/use-view.ts";
import { SearchWords } from "../SearchWords.tsx";
import { FoundClaims } from "./FoundClaims.tsx";
import "./claims.css";

/** All claims: found by words, narrowed by facets, each with who says so. */
export function ClaimsView() {
	const { find } = useView();
	const [words, setWords] = useState(find);
	return (
		<>
			<SearchWords
				label="Search the claims"
				placeholder="Subject, figure, source, anything printed"
				words={words}
				onWords={setWords}
			/>
			<FoundClaims words={useDeferredValue(words)} onWords={setWords} />
		</>
	);
}
