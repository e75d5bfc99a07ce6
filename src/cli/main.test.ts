/** The command line's door: which command, which language, and one sentence for each failure. */
import { parseArgs } from "node:util";
import { describe, expect, test } from "vitest";
import { Unavailable } from "../domain/values/result.ts";
import { type Command, misused, Stop } from "./command.ts";
import { commands } from "./index.ts";
import { languageOf, nearest, runCommandLine, splitLanguage } from "./main.ts";

function terminal(env: Record<string, string> = {}) {
  const said = { out: "", err: "" };
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    ...{ env, cwd: "/", terminal: false },
  };
  return { said, io };
}

/** A registry of one command, `act`, that does as told. */
const acting = (run: Command["run"]) => ({
  act: async (): Promise<Command> => ({
    name: "act",
    usage: "[--now]",
    summary: { zh: "执行", en: "act" },
    run,
  }),
});

async function failure(error: unknown, env: Record<string, string> = {}) {
  const { said, io } = terminal(env);
  const registry = acting(async () => {
    throw error;
  });
  return { code: await runCommandLine(["act"], io, registry), ...said };
}

describe("the command", () => {
  test("gets its arguments and gives the exit code", async () => {
    const { io } = terminal();
    const seen: string[] = [];
    const registry = acting(async (args) => {
      seen.push(...args);
      return 3;
    });
    expect(await runCommandLine(["act", "--now", "x"], io, registry)).toBe(3);
    expect(seen).toEqual(["--now", "x"]);
  });

  test("shows its page for --help instead of running", async () => {
    const { io, said } = terminal();
    const registry = acting(async () => 3);
    expect(await runCommandLine(["act", "--help"], io, registry)).toBe(0);
    expect(said.out).toBe("huikuan act [--now]\n\nact\n");
  });

  test("that does not exist is answered with the nearest one", async () => {
    const { io, said } = terminal();
    expect(
      await runCommandLine(
        ["atc"],
        io,
        acting(async () => 0),
      ),
    ).toBe(2);
    expect(said.err).toContain('no command "atc". Did you mean "act"?');
    expect(nearest("toString", ["act"])).toBeNull();
  });

  test("a name that objects have of themselves is no command", async () => {
    const { io } = terminal();
    expect(
      await runCommandLine(
        ["constructor"],
        io,
        acting(async () => 0),
      ),
    ).toBe(2);
  });

  test("none at all lists them all, in the reader's language", async () => {
    const { io, said } = terminal({ LANG: "zh_CN.UTF-8" });
    expect(await runCommandLine([], io)).toBe(0);
    for (const name of Object.keys(commands)) expect(said.out).toContain(`  ${name} `);
    expect(said.out).toContain("用法");
  });

  test.each(Object.entries(commands))("%s is called like its file", async (name, load) => {
    const { summary, ...command } = await load();
    expect(command.name).toBe(name);
    expect(summary.zh).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("the language", () => {
  test("comes from --lang, wherever it stands, else from the locale", () => {
    const env = { LANG: "zh_CN.UTF-8" };
    expect(splitLanguage(["day", "--lang", "en", "--json"], env)).toEqual({
      ...{ args: ["day", "--json"], language: "en" },
    });
    expect(splitLanguage(["--lang=en", "day"], env).args).toEqual(["day"]);
    expect(splitLanguage(["day"], env).language).toBe("zh");
    expect(languageOf({ LANG: "zh_CN", LC_ALL: "C" })).toBe("en");
    expect(languageOf({})).toBe("en");
  });

  test("that we don't speak is refused", async () => {
    const { io, said } = terminal();
    expect(await runCommandLine(["help", "--lang", "fr"], io)).toBe(2);
    expect(said.err).toBe("--lang takes zh or en.\n");
  });
});

describe("a failure is one sentence and an exit code", () => {
  const stopped = { zh: "没有数据。", en: "There is nothing." };

  test.each([
    ["an expected end", new Stop(stopped), 1, "There is nothing.\n"],
    ["a wrong use", misused(stopped), 2, "There is nothing.\n"],
    ["the world", new Unavailable("the database is away"), 1, "the database is away\n"],
    [
      "a missing file",
      Object.assign(new Error("x"), { code: "ENOENT", path: "a.csv" }),
      1,
      "a.csv",
    ],
    ["a bug", new Error("seven is eight"), 70, "bug of Huikuan: seven is eight"],
    ["something thrown that is no error", "seven", 70, "seven"],
  ])("%s", async (_title, error, code, sentence) => {
    const ended = await failure(error);
    expect(ended).toMatchObject({ code, out: "" });
    expect(ended.err).toContain(sentence);
    expect(ended.err.trim().split("\n")).toHaveLength(1);
  });

  test("in Chinese where the locale says so", async () => {
    expect((await failure(new Stop(stopped), { LANG: "zh_CN" })).err).toBe("没有数据。\n");
  });

  test("shows where only when asked", async () => {
    const shown = await failure(new Error("seven"), { HUIKUAN_DEBUG: "1" });
    expect(shown.err).toContain("main.test.ts");
  });

  test.each([
    [["--later"], "There is no option --later"],
    [["more"], '"more" is one word too many'],
    [["--now=yes"], "The option --now has a wrong value"],
  ])("options used wrongly: %s", async (args, sentence) => {
    const { io, said } = terminal();
    const registry = acting(async (given) => {
      parseArgs({ args: [...given], options: { now: { type: "boolean" } } });
      return 0;
    });
    expect(await runCommandLine(["act", ...args], io, registry)).toBe(2);
    expect(said.err).toContain(sentence);
    expect(said.err).toContain("huikuan act --help");
  });
});
