import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { readOwnClaims } from "../engine/own-claims.ts";

/** Beside the vintage: claims of the reader's own are in use, so answers differ from the shipped ones. */
export function OwnMark() {
	const { data: own } = useQuery({ queryKey: ["own claims"], queryFn: readOwnClaims });
	if (!own) return null;
	return (
		<Link
			to="/evidence"
			search={(search) => ({ ...search, show: "add" })}
			title="Claims of your own are in use"
		>
			+ own
		</Link>
	);
}
