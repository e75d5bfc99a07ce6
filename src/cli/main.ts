/** The command line's door: finds the command, and turns each failure into one sentence. */
import { type Command, type Io, type Language, misused, Stop, type Words } from "./command.ts";
import { describeFailure } from "./failures.ts";
import { commandHelp } from "./help.ts";
import { type Registry, commands as registered } from "./index.ts";

/** Splits off `--lang zh|en`, which every command understands. */
export function splitLanguage(
  argv: readonly string[],
  env: Io["env"],
): { readonly args: readonly string[]; readonly language: Language } {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (at < 0) return { args: argv, language: languageOf(env) };
  const word = argv[at] ?? "";
  const joined = word.includes("=");
  const wanted = joined ? word.slice("--lang=".length) : argv[at + 1];
  if (wanted !== "zh" && wanted !== "en") {
    throw misused({ zh: "--lang 只接受 zh 或 en。", en: "--lang takes zh or en." });
  }
  return { args: argv.toSpliced(at, joined ? 1 : 2), language: wanted };
}

/** Chinese where the terminal's locale says so, else English: a C locale may not show Chinese. */
export function languageOf(env: Io["env"]): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Carries out one command line; the number is the exit code. Never throws. */
export async function runCommandLine(
  argv: readonly string[],
  terminal: Omit<Io, "language">,
  registry: Registry = registered,
): Promise<number> {
  let language = languageOf(terminal.env);
  let command: Command | null = null;
  try {
    const split = splitLanguage(argv, terminal.env);
    language = split.language;
    const io = { ...terminal, language };
    const [first = "help", ...rest] = split.args;
    const word = ALIASES[first] ?? first;
    command = await findCommand(word, registry);
    if (rest[0] === "--help" || rest[0] === "-h") {
      io.out(`${commandHelp(command, language)}\n`);
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    const { words, exitCode, stack } = describeFailure(error, command);
    terminal.err(`${words[language]}\n`);
    if (terminal.env["HUIKUAN_DEBUG"] === "1" && stack !== undefined) terminal.err(`${stack}\n`);
    return exitCode;
  }
}

const ALIASES: Readonly<Record<string, string>> = {
  "--help": "help",
  "-h": "help",
  "--version": "version",
  "-v": "version",
};

async function findCommand(word: string, registry: Registry): Promise<Command> {
  const load = Object.hasOwn(registry, word) ? registry[word] : undefined;
  if (load !== undefined) return load();
  throw new Stop(unknownCommand(word, nearest(word, Object.keys(registry))), 2);
}

function unknownCommand(word: string, meant: string | null): Words {
  const zh = meant === null ? "" : `您是否要用“${meant}”？`;
  const en = meant === null ? "" : ` Did you mean "${meant}"?`;
  return {
    zh: `没有“${word}”这个命令。${zh}运行 huikuan help 查看全部命令。`,
    en: `There is no command "${word}".${en} \`huikuan help\` lists them.`,
  };
}

/** The name at most two slips of the keyboard away, or null. */
export function nearest(word: string, names: readonly string[]): string | null {
  const near = names
    .map((name) => ({ name, slips: slipsBetween(word, name) }))
    .filter(({ slips }) => slips <= 2)
    .sort((left, right) => left.slips - right.slips);
  return near[0]?.name ?? null;
}

/** Letters to insert, drop or replace to come from one word to the other (Levenshtein). */
function slipsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let down = 1; down <= from.length; down += 1) {
    const next = [down];
    for (let across = 1; across <= to.length; across += 1) {
      const replace = (row[across - 1] ?? 0) + (from[down - 1] === to[across - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[across] ?? 0) + 1, (next[across - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
