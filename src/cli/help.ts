/** `huikuan help`: the list of commands, and the page of one. */
import { type Command, type Language, misused } from "./command.ts";
import { commands } from "./index.ts";

/** How one command is used: its line, what it does, its options. */
export function commandHelp(command: Command, language: Language): string {
  const head = `huikuan ${command.name} ${command.usage}`.trimEnd();
  const details = command.details?.[language];
  return [
    head,
    "",
    command.summary[language],
    ...(details === undefined ? [] : ["", details]),
  ].join("\n");
}

function listOfCommands(all: readonly Command[], language: Language): string {
  const width = Math.max(...all.map(({ name }) => name.length)) + 2;
  const lines = all.map(({ name, summary }) => `  ${name.padEnd(width)}${summary[language]}`);
  const head = {
    zh: "回款：应收账款催收与核销\n\n用法：huikuan <命令> [参数] [--lang zh|en]\n",
    en: "Huikuan: collections of accounts receivable\n\nUsage: huikuan COMMAND [arguments] [--lang zh|en]\n",
  };
  const tail = {
    zh: "\nhuikuan <命令> --help 查看该命令的用法。",
    en: "\n`huikuan COMMAND --help` shows how one is used.",
  };
  return [head[language], ...lines, tail[language]].join("\n");
}

export const help: Command = {
  name: "help",
  usage: "[COMMAND]",
  summary: { zh: "列出全部命令，或说明一个命令", en: "list the commands, or explain one" },
  async run([name], io) {
    if (name === undefined) {
      const all = await Promise.all(Object.values(commands).map((load) => load()));
      io.out(`${listOfCommands(all, io.language)}\n`);
      return 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) {
      throw misused({ zh: `没有“${name}”这个命令。`, en: `There is no command "${name}".` });
    }
    io.out(`${commandHelp(await load(), io.language)}\n`);
    return 0;
  },
};
