import { useCatalog } from "../engine/catalog.ts";
import { day } from "../lib/date.ts";
import { webLink } from "../lib/link.ts";
import { voicesOf } from "./chain.ts";
import "./evidence-parts.css";

/** The chain of a claim: where it was read, whom that quotes, where the figure comes from. */
export function Attribution({ sourceIds }: { readonly sourceIds: readonly string[] }) {
	const catalog = useCatalog();
	const voices = voicesOf(catalog, sourceIds);
	return (
		<ol className="voices small">
			{voices.map(({ id, name, publisher, published, role }) => {
				const link = webLink(catalog.sources.get(id)?.url);
				return (
					<li key={`${role}:${id}`}>
						<span className="quiet">
							{role}
							{": "}
						</span>
						{publisher}
						{", "}
						{link ? (
							<a href={link} target="_blank" rel="noreferrer noopener">
								{name}
							</a>
						) : (
							<span>{name}</span>
						)}
						<span className="quiet">
							{" · "}
							{day(published)}
							{!link && catalog.sources.has(id) && " · no address"}
						</span>
					</li>
				);
			})}
		</ol>
	);
}
