/** `huikuan report`: a report on the terminal, as a file, or for another program. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { businessDayOf } from "../actions/perform.ts";
import { type Buckets, parseBuckets, STANDARD_BUCKETS } from "../domain/book/ageing.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { assert } from "../domain/values/result.ts";
import { sheetToCsv } from "../formats/exports/csv.ts";
import { sheetToText } from "../formats/exports/text-table.ts";
import { sheetToXlsx } from "../formats/exports/xlsx.ts";
import { type OpenHouse, operator } from "../main.ts";
import { type AgeingReport, ageingJson, ageReceivables } from "../reports/ageing.ts";
import { ageingSheet } from "../reports/ageing-sheet.ts";
import { listReportedCreditors } from "../reports/report.ts";
import { type Command, type Io, misused, Stop } from "./command.ts";
import { DESK_OPTIONS, dayOption, withHouse } from "./house.ts";

const FORMATS = ["table", "json", "csv", "xlsx"] as const;
type Format = (typeof FORMATS)[number];
const OWNERS = ["customer", "creditor"] as const;

export const report: Command = {
  name: "report",
  usage: [
    "ageing [--on DAY] [--known DAY] [--by customer|creditor] [--buckets 30,60,90]",
    "[--creditor C] [--format table|json|csv|xlsx] [--output FILE]",
  ].join(" "),
  summary: { zh: "报表：账龄分析", en: "reports: ageing" },
  details: {
    zh: [
      "--on DAY       截至哪一天（默认今天）",
      "--known DAY    只算到该日为止已入账的",
      "--by           按客户（customer）或按债权人（creditor）",
      "--buckets      自定义区间：30,60,90 或 一个月内=30,三个月内=90,更早",
      "--creditor C   只看一个债权人（默认：全部，演示公司除外）",
      "--format       table、json、csv 或 xlsx",
      "--output FILE  写入文件",
    ].join("\n"),
    en: [
      "--on DAY       as of this day (default: today)",
      "--known DAY    only what was booked by then",
      "--by           a row per customer or per creditor",
      "--buckets      own buckets: 30,60,90 or recent=30,older=90,old",
      "--creditor C   one creditor only (default: all but the demo company)",
      "--format       table, json, csv or xlsx",
      "--output FILE  write into a file",
    ].join("\n"),
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...DESK_OPTIONS,
        on: { type: "string" },
        known: { type: "string" },
        by: { type: "string", default: "customer" },
        buckets: { type: "string" },
        format: { type: "string", default: "table" },
        output: { type: "string" },
      },
    });
    if (positionals.length !== 1 || positionals[0] !== "ageing") {
      throw misused({
        zh: `没有报表“${positionals.join(" ")}”；现有：ageing。`,
        en: `There is no report "${positionals.join(" ")}"; there is: ageing.`,
      });
    }
    const by = choice("by", values.by, OWNERS);
    const format = choice("format", values.format, FORMATS);
    const buckets = bucketsOption(values.buckets);
    const [on, known] = [dayOption("on", values.on), dayOption("known", values.known)];
    const aged = await withHouse(io, values, async (house) => {
      const creditors = await creditorsOf(house, values.creditor ?? null);
      const asked = { creditors, on: on ?? (await todayOf(house, creditors)), by, buckets };
      return house.store.database.reading((tx) =>
        ageReceivables(tx, known === undefined ? asked : { ...asked, known }),
      );
    });
    await hand(aged, format, values.output, io);
    if (!aged.ties) throw new Stop(UNTIED);
    return 0;
  },
};

const UNTIED = {
  zh: "账龄合计与总账不符，这是账簿的错误。",
  en: "The ageing does not tie to the ledger; this is a fault of the book.",
};

function choice<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const named = names.find((name) => name === text);
  if (named !== undefined) return named;
  throw misused({
    zh: `--${option} 的值“${text}”不认识；可用：${names.join("、")}。`,
    en: `--${option} is "${text}"; it can be: ${names.join(", ")}.`,
  });
}

function bucketsOption(text: string | undefined): Buckets {
  if (text === undefined) return STANDARD_BUCKETS;
  const parsed = parseBuckets(text);
  if (parsed.ok) return parsed.value;
  throw misused({
    zh: `--buckets 的值“${text}”不可用：写成 30,60,90 或 一个月内=30,更早，天数递增，名称不重复。`,
    en: `--buckets is "${text}"; write 30,60,90 or recent=30,older: days ascend, names differ.`,
  });
}

async function creditorsOf(house: OpenHouse, code: string | null) {
  const creditors = await house.store.database.reading((tx) => listReportedCreditors(tx, code));
  if (creditors.length > 0) return creditors;
  throw new Stop(
    code === null
      ? { zh: "账套里还没有债权人。", en: "There is no creditor yet." }
      : { zh: `没有代码为“${code}”的债权人。`, en: `There is no creditor "${code}".` },
  );
}

/** The business day of the first creditor. */
async function todayOf(
  house: OpenHouse,
  [first]: Awaited<ReturnType<typeof creditorsOf>>,
): Promise<PlainDate> {
  const today = first === undefined ? null : await businessDayOf(house.desk(operator, first));
  assert(today !== null, "a creditor that was found has a business day");
  return today;
}

/** Excel goes into a file, everything else to standard output unless a file is named. */
async function hand(aged: AgeingReport, format: Format, output: string | undefined, io: Io) {
  const file = output ?? (format === "xlsx" ? `ageing-${aged.on}.xlsx` : undefined);
  const content = await contentOf(aged, format, io.language);
  if (file === undefined) {
    io.out(String(content));
    return;
  }
  try {
    writeFileSync(resolve(io.cwd, file), content);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Stop({ zh: `无法写入 ${file}：${why}`, en: `${file} can't be written: ${why}` });
  }
  io.err(io.language === "zh" ? `已写入 ${file}\n` : `Wrote ${file}\n`);
}

function contentOf(aged: AgeingReport, format: Format, language: Io["language"]) {
  if (format === "json") return `${JSON.stringify(ageingJson(aged), null, 2)}\n`;
  const sheet = ageingSheet(aged, language);
  if (format === "csv") return sheetToCsv(sheet, language);
  return format === "xlsx" ? sheetToXlsx(sheet, language) : sheetToText(sheet, language);
}
