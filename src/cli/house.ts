/** How a command comes to its house and its creditor: options, configuration, the open store. */

import type { Desk } from "../actions/perform.ts";
import { type Config, type Flags, readConfig } from "../config.ts";
import { type PlainDate, parsePlainDate } from "../domain/values/calendar.ts";
import { type OpenHouse, openHouse, operator } from "../main.ts";
import { type Io, misused, Stop } from "./command.ts";

/** Options of every command that opens the store. */
export const HOUSE_OPTIONS = { data: { type: "string" } } as const;
/** Options of every command that works on one creditor's book. */
export const DESK_OPTIONS = { ...HOUSE_OPTIONS, creditor: { type: "string" } } as const;

/** The configuration of this command line; a wrong setting is said in one sentence. */
export function configOf(io: Io, flags: Flags): Config {
  const config = readConfig(io.env, flags, io.cwd);
  if (!config.ok) throw misused(config.refusal.sentence);
  return config.value;
}

/** Opens the house for the length of the work; shares the store of a running `huikuan start`. */
export async function withHouse<Value>(
  io: Io,
  flags: Flags,
  work: (house: OpenHouse) => Promise<Value>,
): Promise<Value> {
  const house = await openHouse(configOf(io, flags), { join: true });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

export type DeskFlags = {
  readonly data?: string | undefined;
  readonly creditor?: string | undefined;
};

/** Opens the named creditor's desk, or that of the only one that is no demo. */
export async function withDesk<Value>(
  io: Io,
  { creditor, ...flags }: DeskFlags,
  work: (desk: Desk, house: OpenHouse) => Promise<Value>,
): Promise<Value> {
  return withHouse(io, flags, async (house) => {
    const chosen = await chooseCreditor(house, creditor);
    return work(house.desk(operator, chosen.id), house);
  });
}

async function chooseCreditor(house: OpenHouse, code: string | undefined) {
  const all = await house.listCreditors();
  const codes = all.map((one) => one.code).join(", ");
  if (code !== undefined) {
    const named = all.find((one) => one.code === code);
    if (named !== undefined) return named;
    throw new Stop({
      zh: `没有代码为“${code}”的债权人${codes === "" ? "" : `（现有：${codes}）`}；用 huikuan creditor add 新建。`,
      en: `There is no creditor "${code}"${codes === "" ? "" : ` (there is: ${codes})`}; add one with huikuan creditor add.`,
    });
  }
  const own = all.filter((one) => !one.demo);
  const [only] = own.length > 0 ? own : all;
  if (only === undefined) {
    throw new Stop({
      zh: "账套里还没有债权人；请先运行 huikuan creditor add 代码 --name 公司名称。",
      en: "There is no creditor yet; first run huikuan creditor add CODE --name NAME.",
    });
  }
  if (own.length > 1) {
    throw misused({
      zh: `有多个债权人，请用 --creditor 指定：${codes}。`,
      en: `There are several creditors; choose one with --creditor: ${codes}.`,
    });
  }
  return only;
}

/** Reads a day option; undefined when it was not given. */
export function dayOption(name: string, text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined;
  const day = parsePlainDate(text);
  if (day.ok) return day.value;
  throw misused({
    zh: `--${name} 的值“${text}”不是日期，应形如 2026-03-31。`,
    en: `--${name} is "${text}"; a day is written like 2026-03-31.`,
  });
}
