/** The verbs of `lodegrid`, in the order of its help. Adding one is one file and one line here. */
import type { Command } from "commander";
import { calibrate } from "./calibrate.ts";
import { capability } from "./capability.ts";
import { check } from "./check.ts";
import { completion } from "./completion.ts";
import { diagnose } from "./diagnose.ts";
import { evidence } from "./evidence.ts";
import { exportFiles } from "./export.ts";
import { facility } from "./facility.ts";
import { model } from "./model.ts";

export const VERBS: readonly (() => Command)[] = [
	check,
	diagnose,
	capability,
	calibrate,
	facility,
	evidence,
	model,
	exportFiles,
	completion,
];
