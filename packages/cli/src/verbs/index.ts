/** The verbs of `lodegrid`, in the order of its help. Adding one is one file and one line here. */
import type { Command } from "commander";
import { check } from "./check.ts";
import { completion } from "./completion.ts";
import { facility } from "./facility.ts";

export const VERBS: readonly (() => Command)[] = [check, facility, completion];
