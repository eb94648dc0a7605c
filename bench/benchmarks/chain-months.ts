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
		"The same 24 months with every facility standing 50 times, for at most ten minutes a solve: about 450,000 columns, beyond what one solve should carry, measured to show where the time goes; CPU seconds.",
	heavy: true,
	run: (_, say) => chainReport(24, [50], { secondsAllowed: 600, repeats: 1 }, say),
});
