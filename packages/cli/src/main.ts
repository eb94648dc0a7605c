#!/usr/bin/env node
/** `lodegrid`: the analyses on files. Exit codes: 0 done, 1 the run's own assertion failed, 2 bad usage or bad data. */
import { Command, CommanderError } from "commander";
import { Failure } from "./failure.ts";
import { VERBS } from "./verbs/index.ts";

const program = new Command("lodegrid")
	.description(
		"How a strategic material gets from the mine gate to the thing that needs it, and where the chain breaks.",
	)
	.version("0.1.0")
	.showSuggestionAfterError()
	.showHelpAfterError("(add --help for what it takes)")
	.exitOverride()
	.addHelpText(
		"after",
		`
Examples:
  $ lodegrid check
  $ lodegrid diagnose --home USA --product ndfeb_hre_magnet --year 2025
  $ lodegrid facility my_lamp
  $ lodegrid export geojson --out facilities.geojson

Exit codes: 0 done, 1 the run's own assertion failed, 2 bad usage or bad data.`,
	);

for (const verb of VERBS) inherit(program.addCommand(verb()).commands.at(-1));

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code !== "EPIPE") throw error;
	process.exit();
});

try {
	await program.parseAsync();
} catch (error) {
	process.exitCode = report(error);
}

/** Sub-commands end and suggest as the program does. */
function inherit(command: Command | undefined): void {
	if (!command) return;
	command
		.exitOverride()
		.showSuggestionAfterError()
		.showHelpAfterError("(add --help for what it takes)");
	for (const child of command.commands) inherit(child);
}

function report(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
	if (error instanceof Failure) {
		process.stderr.write(`${error.message}\n`);
		return error.exitCode;
	}
	if (error instanceof Error && error.name === "AbortError") {
		process.stderr.write("Cancelled; nothing was written.\n");
		return 130;
	}
	process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
	return 2;
}
