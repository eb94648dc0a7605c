/** The views of the evidence page, in the order of their tabs. Adding one is one file and one line here. */
import type { ComponentType } from "react";
import { AuditView } from "./audit/AuditView.tsx";
import { ChaseView } from "./chase/ChaseView.tsx";
import { ClaimsView } from "./claims/ClaimsView.tsx";
import { ConflictsView } from "./conflicts/ConflictsView.tsx";
import { AddClaims } from "./import/AddClaims.tsx";
import { MethodView } from "./MethodView.tsx";

export interface EvidenceView {
	/** As it stands in the address. */
	readonly id: string;
	readonly name: string;
	/** Draws its part of the page, with its own `EvidenceHead`. */
	readonly View: ComponentType;
}

export const VIEWS: readonly EvidenceView[] = [
	{ id: "claims", name: "Claims", View: ClaimsView },
	{ id: "conflicts", name: "Conflicts", View: ConflictsView },
	{ id: "audit", name: "Audit", View: AuditView },
	{ id: "chase", name: "Chase next", View: ChaseView },
	{ id: "add", name: "Add claims", View: AddClaims },
	{ id: "method", name: "Method", View: MethodView },
];
