import { Kbd, Modal } from "@mantine/core";
import { PAGES } from "./pages.ts";
import "./help.css";

const KEYS: readonly (readonly [string, string])[] = [
	...PAGES.map(({ key, name }) => [`g ${key}`, `Open ${name}`] as const),
	["/", "Search facilities, materials and regions"],
	["← ↑ ↓ →", "Walk through the nodes of the chain; move the map"],
	["Enter", "Open what has the focus in the inspector"],
	["+ − 0", "On the map: closer, further, whole world"],
	["Esc", "Close the inspector"],
	["?", "This list"],
];

/** Keys, colours and marks, on one card. */
export function Help({
	opened,
	onClose,
}: {
	readonly opened: boolean;
	readonly onClose: () => void;
}) {
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			title="Keyboard and marks"
			size="lg"
			closeButtonProps={{ "aria-label": "Close" }}
		>
			<dl className="help-keys">
				{KEYS.map(([keys, meaning]) => (
					<div key={keys}>
						<dt>
							{keys.split(" ").map((key) => (
								<Kbd key={key}>{key}</Kbd>
							))}
						</dt>
						<dd>{meaning}</dd>
					</div>
				))}
			</dl>
			<p className="help-note">
				<b>Colour means control</b>: <i className="swatch" data-bloc="home" />
				home, <i className="swatch" data-bloc="allied" />
				allied, <i className="swatch" data-bloc="neutral" />
				neutral, <i className="swatch" data-bloc="rival" />
				rival. Hatched or dashed: assumed, not measured. “Unknown” is a gap in the evidence, never a
				zero.
			</p>
			<p className="help-note">
				The address of the page holds the whole view: copy it to share exactly what you see. The
				model runs in this browser; nothing leaves the machine.
			</p>
		</Modal>
	);
}
