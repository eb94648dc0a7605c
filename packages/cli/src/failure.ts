/** An end that the user can do something about: printed without a stack, with its exit code. */
export class Failure extends Error {
	/** 1: an assertion of the run failed; 2: bad usage or bad data. */
	readonly exitCode: 1 | 2;

	constructor(exitCode: 1 | 2, message: string) {
		super(message);
		this.exitCode = exitCode;
	}
}
