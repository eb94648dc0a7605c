import type { Highs, InitOptions } from "highs";
import * as highsModule from "highs";

type Loader = (options?: InitOptions) => Promise<Highs>;

/**
 * Start the solver's WebAssembly. The package is an ES module at run time while its types say
 * CommonJS, so the default export is found by asking.
 */
export function loadHighs(options: InitOptions): Promise<Highs> {
	let load: unknown = highsModule;
	while (typeof load === "object" && load !== null && "default" in load) load = load.default;
	return (load as Loader)(options);
}
