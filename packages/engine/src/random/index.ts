/**
 * Reproducible chance: a stream is fixed by a seed and an index (of a path, a trajectory, a draw),
 * so every piece of work has numbers of its own and gets the same ones on 1 worker or on 8. The
 * generator is PCG32, whose published outputs the tests repeat.
 */

export { type Pcg32, pcg32 } from "./pcg32.ts";
export { splitMix64 } from "./split-mix.ts";
export { type Stream, stream } from "./stream.ts";
