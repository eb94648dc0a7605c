import { chainReport } from "../chain-report.ts";
import { benchmark } from "../registry.ts";

benchmark({
	name: "chain-months",
	about: "The baseline over 24 months from January 2025, from bytes to answer; CPU seconds.",
	run: (_, say) => chainReport(24, [1], 300, say),
});

benchmark({
	name: "chain-months-tiled",
	about: "The same 24 months with every facility standing 1 and 10 times; CPU seconds.",
	heavy: true,
	run: (_, say) => chainReport(24, [1, 10], 1800, say),
});

benchmark({
	name: "chain-months-50",
	about:
		"The same 24 months with every facility standing 50 times, for at most an hour of solving; CPU seconds.",
	heavy: true,
	run: (_, say) => chainReport(24, [50], 3600, say),
});
