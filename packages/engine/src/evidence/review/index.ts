/**
 * New claims before they are accepted: read from a file, refused where they are hostile or wrong,
 * compared with what the ledger has, and followed to the parameters and findings they change.
 */

export { MAX_TEXT } from "./hostile.ts";
export {
	MAX_ROWS,
	type NewVocabulary,
	type Reviewed,
	reviewImport,
} from "./review-import.ts";
