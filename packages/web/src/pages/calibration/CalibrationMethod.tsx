/** What is compared with what, and what agreement proves. */
export function CalibrationMethod() {
	return (
		<>
			<h2>What is compared</h2>
			<p>
				Each reference year is solved from the tables alone, with the measures and provenance rules
				of that year in force, the middle defence case and nothing closed. From the flows the same
				quantity is counted that the source counts: output of a stage, shipments between countries,
				deliveries, or a share of these, in the same basis (t REO, t oxide, t metal, t magnet).
			</p>
			<code className="equation">
				{
					"error of a share   = 100 · (model − published), percentage points\nerror of a tonnage = 100 · (model − published) / published, %"
				}
			</code>
			<h2>Input and emergent</h2>
			<p>
				A row is <b>input</b> when a capacity or a demand of the package rests on the same figure:
				agreement then only shows that the model uses what it was given. A row is <b>emergent</b>{" "}
				when nothing in the package states it, so the model has to find it. Judge the model by the
				emergent rows.
			</p>
			<h2>What it can’t show</h2>
			<ul>
				<li>
					That the model is right in a year without figures, or about a shock nobody has seen.
				</li>
				<li>
					Which of two sources is right where they disagree: the published range is drawn, and each
					source can be opened.
				</li>
				<li>
					A least-cost model trades where a firm may not; routes between friends differ from habit.
				</li>
			</ul>
		</>
	);
}
