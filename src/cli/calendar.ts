/** `huikuan calendar`: enters a year's official days off and make-up working days. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { importCalendar } from "../actions/import-calendar.ts";
import { performShared } from "../actions/perform.ts";
import { parseCalendarYear } from "../formats/calendar-year.ts";
import { operator } from "../main.ts";
import { type Command, misused } from "./command.ts";
import { HOUSE_OPTIONS, withHouse } from "./house.ts";
import { refused } from "./refusal-words.ts";

export const calendar: Command = {
  name: "calendar",
  usage: "import FILE [--country CN] [--source TEXT]",
  summary: {
    zh: "录入一年的放假和调休安排（国务院办公厅通知）",
    en: "enter a year's official days off and make-up working days",
  },
  details: {
    zh: "FILE 为 CSV（每行：日期,休 或 日期,班）或 JSON。未录入的年份按周末估算，并注明“未公布”。",
    en: "FILE is CSV (a day and off or work in each line) or JSON. Years not entered count weekends only, and say so.",
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ...HOUSE_OPTIONS,
        country: { type: "string", default: "CN" },
        source: { type: "string", default: "" },
      },
      allowPositionals: true,
    });
    const [verb, file] = positionals;
    if (verb !== "import" || file === undefined) {
      throw misused({
        zh: "用法：huikuan calendar import 文件 --source 通知文号或网址。",
        en: "Write huikuan calendar import FILE --source WHERE-IT-IS-PUBLISHED.",
      });
    }
    const read = parseCalendarYear(readFileSync(resolve(io.cwd, file), "utf8"), values.source);
    if (!read.ok) throw refused(read.refusal);
    const year = { ...read.value, country: values.country };
    return withHouse(io, values, async (house) => {
      const done = await performShared(house.sharedDesk(operator), importCalendar, year);
      if (!done.ok) throw refused(done.refusal);
      const { off, work, woken } = done.value;
      io.out(
        io.language === "zh"
          ? `已录入 ${done.value.year} 年：休息 ${off} 天，调休上班 ${work} 天；${woken} 个客户将重新排期\n`
          : `Entered ${done.value.year}: ${off} days off, ${work} make-up days; ${woken} customers are looked at anew\n`,
      );
      return 0;
    });
  },
};
