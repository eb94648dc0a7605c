import { Argument, Command } from "commander";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** `lodegrid completion SHELL`: a script that completes verbs and options, made from the verbs themselves. */
export function completion(): Command {
	return new Command("completion")
		.addArgument(new Argument("<shell>", "shell to complete in").choices(SHELLS))
		.description("print a completion script for bash, zsh or fish")
		.addHelpText(
			"after",
			`
Examples:
  $ source <(lodegrid completion bash)
  $ lodegrid completion zsh > ~/.zfunc/_lodegrid
  $ lodegrid completion fish > ~/.config/fish/completions/lodegrid.fish`,
		)
		.action((shell: (typeof SHELLS)[number], _options: object, command: Command) => {
			const verbs = wordsOf(command.parent ?? command);
			process.stdout.write({ bash, zsh, fish }[shell](verbs));
		});
}

interface Verb {
	/** Words that lead to it, for example `model show`. */
	readonly path: string;
	readonly description: string;
	readonly words: readonly string[];
}

function wordsOf(command: Command, path: readonly string[] = []): Verb[] {
	const children = command.commands;
	const own = {
		path: path.join(" "),
		description: command.description(),
		words: [
			...children.map((child) => child.name()),
			...command.options.map((option) => option.long ?? option.short ?? ""),
			"--help",
		],
	};
	return [own, ...children.flatMap((child) => wordsOf(child, [...path, child.name()]))];
}

function bash(verbs: readonly Verb[]): string {
	const cases = verbs
		.toReversed()
		.map((verb) => `\t\t"${verb.path}"*) words="${verb.words.join(" ")}" ;;`);
	return `# bash completion of lodegrid
_lodegrid() {
	local typed="\${COMP_WORDS[*]:1:COMP_CWORD-1}" words
	case "$typed" in
${cases.join("\n")}
	esac
	COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _lodegrid lodegrid
`;
}

function zsh(verbs: readonly Verb[]): string {
	return `#compdef lodegrid
autoload -U +X bashcompinit && bashcompinit
${bash(verbs)}`;
}

function fish(verbs: readonly Verb[]): string {
	const lines = verbs.flatMap((verb) => {
		const condition =
			verb.path === "" ? "__fish_use_subcommand" : `__fish_seen_subcommand_from ${verb.path}`;
		return verb.words.map((word) =>
			word.startsWith("--")
				? `complete -c lodegrid -n "${condition}" -l ${word.slice(2)}`
				: `complete -c lodegrid -n "${condition}" -f -a ${word}`,
		);
	});
	return `# fish completion of lodegrid\n${lines.join("\n")}\n`;
}
