import { chainReport } from "../chain-report.ts";
import { benchmark } from "../registry.ts";

benchmark({
	name: "chain-year",
	about:
		"The baseline over the single year 2025, from bytes to answer, with every facility standing 1, 10 and 50 times; CPU seconds, each stage the median of fifteen runs in one process.",
	run: (_, say) => chainReport(1, [1, 10, 50], { secondsAllowed: 300, repeats: 15 }, say),
});
