/** What new evidence does to the chain: its key results before and after, side by side. */

export { compareResults, type ResultChange, type ResultComparison } from "./compare-results.ts";
