import type { EvidenceFinding } from "@lodegrid/engine/evidence";
import { useCatalog } from "../../../engine/catalog.ts";
import { Printed } from "../../../evidence/Printed.tsx";
import { FINDING_WORDS } from "../../../evidence/words.ts";
import { Open } from "../../../inspect/Inspector.tsx";
import { number } from "../../../lib/format.ts";

/** What is wrong or doubtful in a source, each with the figures it is about and what speaks against them. */
export function Findings({ findings }: { readonly findings: readonly EvidenceFinding[] }) {
	return (
		<ol className="findings">
			{findings.map(({ kind, claims, against, sentence, factor }) => (
				<li key={`${kind}${claims.join()}${sentence}`}>
					<p>
						<b>{FINDING_WORDS[kind]}.</b> {sentence}
						{factor !== null && <span className="quiet"> Factor ×&#8239;{number(factor)}.</span>}
					</p>
					<p className="small">
						<span className="quiet">Doubted: </span>
						<Figures ids={claims} />
						{against.length > 0 && (
							<>
								<span className="quiet"> · Against it: </span>
								<Figures ids={against} />
							</>
						)}
					</p>
				</li>
			))}
		</ol>
	);
}

const SHOWN = 5;

function Figures({ ids }: { readonly ids: readonly string[] }) {
	const { claims } = useCatalog();
	return (
		<>
			{ids.slice(0, SHOWN).map((id, i) => {
				const claim = claims.get(id);
				return (
					<span key={id}>
						{i > 0 && ", "}
						<Open what={`claim:${id}`}>{claim ? <Printed claim={claim} /> : id}</Open>
					</span>
				);
			})}
			{ids.length > SHOWN && ` and ${ids.length - SHOWN} more`}
		</>
	);
}
