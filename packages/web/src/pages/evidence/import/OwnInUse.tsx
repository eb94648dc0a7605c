import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { readOwnClaims, writeOwnClaims } from "../../../engine/own-claims.ts";
import { saveText } from "../../../lib/download.ts";
import { count } from "../../../lib/format.ts";

/** Says that claims of the reader's own are in use, and takes them out again. */
export function OwnInUse() {
	const { data: own } = useQuery({ queryKey: ["own claims"], queryFn: readOwnClaims });
	if (!own) return null;
	const rows = own.claims.trim().split("\n").length - 1;
	return (
		<section className="own-in-use" aria-label="Your own claims">
			<p>
				<b>{count(rows, "claim")} of your own</b> {rows === 1 ? "is" : "are"} in use on this
				machine, in every page.
			</p>
			<Button onClick={() => saveText("own-claims.csv", "text/csv", own.claims)}>Download</Button>
			<Button
				onClick={async () => {
					await writeOwnClaims(null);
					location.reload();
				}}
			>
				Back to the shipped package
			</Button>
		</section>
	);
}
