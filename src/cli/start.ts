/** `huikuan start`: the product itself. Server and worker on one store, until Ctrl-C. */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { type OpenHouse, openHouse, runHouse, VERSION } from "../main.ts";
import { viewFirstRun } from "../views/people.ts";
import type { Command, Io } from "./command.ts";
import { loadDemoWithLogins } from "./demo-logins.ts";
import { configOf, HOUSE_OPTIONS } from "./house.ts";
import { untilStopped } from "./stopping.ts";

const OPTIONS = {
  ...HOUSE_OPTIONS,
  host: { type: "string" },
  port: { type: "string" },
  empty: { type: "boolean", default: false },
} as const;

export const start: Command = {
  name: "start",
  usage: "[--empty] [--data FOLDER] [--host HOST] [--port PORT]",
  summary: {
    zh: "启动服务（首次启动会载入演示公司）",
    en: "start the product (the first start loads a demo company)",
  },
  details: {
    zh: "--empty   不载入演示公司，而是在网页上建立第一位管理员",
    en: "--empty   no demo company: the first administrator is set up on a page instead",
  },
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const config = configOf(io, values);
    const house = await openHouse(config, {
      onBackup: (file) => io.err(told(io, `升级前已备份到 ${file}`, `Backed up to ${file} first`)),
    });
    const stopped = untilStopped();
    try {
      const first = await Promise.race([firstRun(house, io, values.empty), stopped]);
      if (typeof first === "string") return 0;
      return await serve(house, io, first, stopped);
    } finally {
      await house.close();
    }
  },
};

const told = ({ language }: Io, zh: string, en: string): string =>
  `${language === "zh" ? zh : en}\n`;

/** What the first start says: the demo's logins, or the way to the first administrator. */
type FirstRun = { readonly token: string | null; readonly logins: readonly string[] };

async function firstRun(house: OpenHouse, io: Io, empty: boolean): Promise<FirstRun> {
  if (!(await viewFirstRun(house.store.database))) return { token: null, logins: [] };
  if (empty) return { token: randomBytes(24).toString("base64url"), logins: [] };
  io.err(told(io, "首次启动：正在生成演示公司……", "First start: making the demo company …"));
  return { token: null, logins: await loadDemoWithLogins(house, io) };
}

async function serve(
  house: OpenHouse,
  io: Io,
  { token, logins }: FirstRun,
  stopped: Promise<string>,
): Promise<number> {
  const running = await runHouse(house, {
    firstRunToken: token,
    onFailure: (job, error) => {
      const what = error instanceof Error ? error.message : String(error);
      io.err(`${house.clock.now()} ${job}: ${what}\n`);
    },
  });
  try {
    greet(io, running.url, token, logins);
    await stopped;
    io.err(told(io, "正在停止……", "Stopping …"));
    return 0;
  } finally {
    await running.stop();
  }
}

function greet(io: Io, url: string, token: string | null, logins: readonly string[]): void {
  io.out(told(io, `回款 ${VERSION} 已启动：${url}`, `Huikuan ${VERSION} is running: ${url}`));
  if (token !== null) {
    const setup = `${url}/first-administrator?token=${token}`;
    io.out(told(io, `请先建立第一位管理员：${setup}`, `Set up the first administrator: ${setup}`));
  }
  if (logins.length > 0) {
    io.out(told(io, "演示账号（密码只显示这一次）：", "Demo logins (shown only this once):"));
    for (const login of logins) io.out(`  ${login}\n`);
  }
  io.out(told(io, "按 Ctrl-C 停止。", "Stop with Ctrl-C."));
}
