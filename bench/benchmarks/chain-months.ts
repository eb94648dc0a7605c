import { chainReport } from "../chain-report.ts";
import { benchmark } from "../registry.ts";

benchmark({
	name: "chain-months",
	about: "The baseline over 24 months from January 2025, from bytes to answer; CPU seconds.",
	run: (_, say) => chainReport(24, [1], { secondsAllowed: 300, repeats: 1 }, say),
});

benchmark({
	name: "chain-months-tiled",
	about: "The same 24 months with every facility standing 1 and 10 times; CPU seconds.",
	heavy: true,
	run: (_, say) => chainReport(24, [1, 10], { secondsAllowed: 1800, repeats: 1 }, say),
});

benchmark({
	name: "chain-months-50",
	about:
		"The same 24 months with every facility standing 50 times, for at most an hour of solving; CPU seconds.",
	heavy: true,
	run: (_, say) => chainReport(24, [50], { secondsAllowed: 3600, repeats: 1 }, say),
});
