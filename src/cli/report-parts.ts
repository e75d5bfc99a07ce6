/** What every report on the terminal shares: whose books, which format, where it is written. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { businessDayOf } from "../actions/perform.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { assert } from "../domain/values/result.ts";
import type { Sheet } from "../domain/values/sheet.ts";
import { sheetToCsv } from "../formats/exports/csv.ts";
import { sheetToText } from "../formats/exports/text-table.ts";
import { sheetToXlsx } from "../formats/exports/xlsx.ts";
import { type OpenHouse, operator } from "../main.ts";
import { listReportedCreditors } from "../reports/report.ts";
import { type Io, misused, Stop } from "./command.ts";

export const FORMATS = ["table", "json", "csv", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

/** One of these names, or the sentence that says which there are. */
export function choice<Name extends string>(
  option: string,
  text: string,
  names: readonly Name[],
): Name {
  const named = names.find((name) => name === text);
  if (named !== undefined) return named;
  throw misused({
    zh: `--${option} 的值“${text}”不认识；可用：${names.join("、")}。`,
    en: `--${option} is "${text}"; it can be: ${names.join(", ")}.`,
  });
}

/** The creditor of this code, or all but the demo company. */
export async function creditorsOf(
  house: OpenHouse,
  code: string | null,
): Promise<readonly CreditorId[]> {
  const creditors = await house.store.database.reading((tx) => listReportedCreditors(tx, code));
  if (creditors.length > 0) return creditors;
  throw new Stop(
    code === null
      ? { zh: "账套里还没有债权人。", en: "There is no creditor yet." }
      : { zh: `没有代码为“${code}”的债权人。`, en: `There is no creditor "${code}".` },
  );
}

/** The business day of the first creditor. */
export async function todayOf(
  house: OpenHouse,
  [first]: readonly CreditorId[],
): Promise<PlainDate> {
  const today = first === undefined ? null : await businessDayOf(house.desk(operator, first));
  assert(today !== null, "a creditor that was found has a business day");
  return today;
}

/** A finished report: its name as a file, and what each format is made of. */
export type Finished = {
  readonly fileStem: string;
  readonly json: unknown;
  readonly sheet: (language: Io["language"]) => Sheet;
};

/** Excel goes into a file, everything else to standard output unless a file is named. */
export async function hand(
  report: Finished,
  format: Format,
  output: string | undefined,
  io: Io,
): Promise<void> {
  const file = output ?? (format === "xlsx" ? `${report.fileStem}.xlsx` : undefined);
  const content = await contentOf(report, format, io.language);
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

function contentOf(report: Finished, format: Format, language: Io["language"]) {
  if (format === "json") return `${JSON.stringify(report.json, null, 2)}\n`;
  const sheet = report.sheet(language);
  if (format === "csv") return sheetToCsv(sheet, language);
  return format === "xlsx" ? sheetToXlsx(sheet, language) : sheetToText(sheet, language);
}
