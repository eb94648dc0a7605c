/** How the map is made, and what it can't show. */
export function MapMethod() {
	return (
		<>
			<h2>Marks</h2>
			<p>
				A mark is a facility of the data package. Its shape is the stage, its fill the status at the
				vintage of the package, its colour who controls it: rival where the place or the controlling
				owner is rival, home where it stands at home, else the friendlier of place and owner. A
				dashed, hatched mark stands for plants whose capacities nobody publishes one by one.
			</p>
			<h2>Capacity</h2>
			<p>
				Effective capacity is what a unit can really run at in the chosen year: ramp, quota or best
				observed output, not the nameplate and never a plan. Capacities count the reference material
				of the process and are only comparable within a stage; units differ in basis (t REO, t
				oxide, t metal, t magnet) and are never added across it. A plant without a published
				capacity says “unknown” and cannot run in the model.
			</p>
			<h2>Flows</h2>
			<p>
				Arcs are shipments of the solved scenario, drawn between regions, not between plants: the
				model balances materials by region. Width is proportional to tonnes of the material as
				named. Costs choose among equally good routes, so single arcs are less certain than totals.
			</p>
			<h2>What it can't see</h2>
			<ul>
				<li>Plants that nobody reports, and real routes, ports or warehouses.</li>
				<li>
					Exact sites where the source gives a town or a region only: the plant’s card says what its
					coordinates point at.
				</li>
				<li>Borders are Natural Earth’s at 1:110 million and take no position on any dispute.</li>
			</ul>
		</>
	);
}
