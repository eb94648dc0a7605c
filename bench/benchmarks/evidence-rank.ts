import { rankingReport } from "../ranking-report.ts";
import { benchmark } from "../registry.ts";

benchmark({
	name: "evidence-rank",
	about:
		"Elementary effects of 40 uncertain numbers on results of the baseline, year 2025, home USA, product ndfeb_hre_magnet: 6 trajectories of 41 points. One solve is one cold chain run (network, model, solve, answer) in the same process; the multiple is work over 6 × 41 such solves.",
	run: (_, say) => rankingReport({ parameters: 40, trajectories: 6 }, say),
});
