/**
 * Property tests draw the same cases every time, so that a run can be repeated and a red build
 * means a change. `FAST_CHECK_SEED=random` draws new ones, `FAST_CHECK_SEED=123` those of a report.
 */
import fc from "fast-check";

const FIXED = 20251122;
const wanted = process.env.FAST_CHECK_SEED;

if (wanted !== "random") fc.configureGlobal({ seed: wanted ? Number(wanted) : FIXED });
