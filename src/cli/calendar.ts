/** `huikuan calendar`: the years whose days off are known, and adding one when it is published. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { importCalendar } from "../actions/import-calendar.ts";
import { performShared } from "../actions/perform.ts";
import type { CalendarRefusal } from "../domain/countries/calendar-year.ts";
import { china } from "../domain/countries/china.ts";
import { type CalendarTextRefusal, parseCalendarYear } from "../formats/calendar-year.ts";
import { operator } from "../main.ts";
import { viewCalendarYears } from "../views/calendars.ts";
import { type Command, type Io, misused, Stop, type Words } from "./command.ts";
import { HOUSE_OPTIONS, withHouse } from "./house.ts";

export const calendar: Command = {
  name: "calendar",
  usage: "list | import FILE [--source TEXT] [--country CN]",
  summary: {
    zh: "工作日历：查看已公布的年份，导入新一年的放假安排",
    en: "working days: list the years that are known, import a new one",
  },
  details: {
    zh: [
      "import FILE    JSON 或 CSV：每行一个日期，后跟 休 或 班；也可直接用 holiday-cn 的 JSON",
      "--source TEXT  出处，如国务院办公厅通知的文号",
      "--country CN   国家（默认 CN）",
    ].join("\n"),
    en: [
      "import FILE    JSON or CSV: a day per line, then off or work; holiday-cn's JSON works too",
      "--source TEXT  where it is published",
      "--country CN   the country (default: CN)",
    ].join("\n"),
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...HOUSE_OPTIONS,
        country: { type: "string", default: china.code },
        source: { type: "string", default: "" },
      },
    });
    const [verb, file] = positionals;
    if (verb === "list" && positionals.length === 1) return list(values, io);
    if (verb === "import" && file !== undefined && positionals.length === 2) {
      return bringIn(file, values, io);
    }
    throw misused({
      zh: "用法：huikuan calendar list 或 huikuan calendar import 文件。",
      en: "Write huikuan calendar list or huikuan calendar import FILE.",
    });
  },
};

type Options = { readonly data?: string; readonly country: string; readonly source: string };

async function list(options: Options, io: Io): Promise<number> {
  return withHouse(io, options, async (house) => {
    for (const { year, source, verifiedOn } of await viewCalendarYears(
      house.store.database,
      options.country,
    )) {
      io.out(`${year}  ${verifiedOn}  ${source}\n`);
    }
    return 0;
  });
}

async function bringIn(file: string, options: Options, io: Io): Promise<number> {
  const read = parseCalendarYear(textOf(file, io), options.source);
  if (!read.ok) throw new Stop(sentenceOf(read.refusal));
  return withHouse(io, options, async (house) => {
    const offer = { ...read.value, country: options.country };
    const done = await performShared(house.sharedDesk(operator), importCalendar, offer);
    if (!done.ok) throw new Stop(sentenceOf(done.refusal));
    const { year, off, work, woken } = done.value;
    io.err(
      io.language === "zh"
        ? `${year} 年：${off} 个工作日改为放假，${work} 个休息日改为上班；${woken} 个客户将重新排程。\n`
        : `${year}: ${off} weekdays off, ${work} weekend days worked; ${woken} customers are planned anew.\n`,
    );
    return 0;
  });
}

function textOf(file: string, io: Io): string {
  try {
    return readFileSync(resolve(io.cwd, file), "utf8");
  } catch {
    throw new Stop({ zh: `无法读取文件 ${file}。`, en: `${file} can't be read.` });
  }
}

type Refusal =
  | CalendarRefusal
  | CalendarTextRefusal
  | { readonly code: "not_permitted" | "creditor_not_found" };

function sentenceOf(refusal: Refusal): Words {
  switch (refusal.code) {
    case "calendar_text_unreadable":
      return { zh: "文件里没有放假安排。", en: "The file holds no calendar." };
    case "calendar_line_unreadable":
      return {
        zh: `第 ${refusal.line} 行无法识别：${refusal.text}；写成 2027-01-01,休。`,
        en: `Line ${refusal.line} can't be read: ${refusal.text}; write 2027-01-01,off.`,
      };
    case "calendar_source_missing":
      return {
        zh: "请用 --source 注明出处，如国务院办公厅通知的文号。",
        en: "Say with --source where the calendar is published.",
      };
    case "calendar_day_outside_year":
      return {
        zh: `${refusal.day} 不在 ${refusal.year} 年内；一次导入一年。`,
        en: `${refusal.day} is not in ${refusal.year}; import one year at a time.`,
      };
    case "calendar_day_twice":
      return { zh: `${refusal.day} 出现了两次。`, en: `${refusal.day} is listed twice.` };
    case "calendar_without_days_off":
      return {
        zh: `${refusal.year} 年没有一个放假的工作日，安排不完整。`,
        en: `No weekday of ${refusal.year} is off; the calendar is not whole.`,
      };
    case "calendar_year_malformed":
      return { zh: `${refusal.year} 不是年份。`, en: `${refusal.year} is no year.` };
    case "calendar_country_malformed":
      return {
        zh: `“${refusal.country}”不是国家代码，应为两个大写字母，如 CN。`,
        en: `"${refusal.country}" is no country code; write two capitals such as CN.`,
      };
    default:
      return { zh: `已拒绝：${refusal.code}`, en: `Refused: ${refusal.code}` };
  }
}
