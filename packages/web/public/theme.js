// Sets the colour scheme before the first paint, so that a dark page never flashes white.
{
	let stored = null;
	try {
		stored = localStorage.getItem("lodegrid-theme");
	} catch {
		// storage may be closed to us; the system's choice then holds
	}
	const dark =
		stored === "dark" || (stored !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
	document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
}
