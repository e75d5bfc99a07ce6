/** An import's report for the reader of a terminal, and as JSON. */
import { noteWords, problemWords, type Words } from "../contract/import-problems.ts";
import type { Note, Place } from "../domain/book/import-problem.ts";
import type { Difference, ImportReport } from "../domain/book/import-report.ts";
import type { Language } from "./command.ts";

/** Notes of one kind shown in full, and new customers listed by name. */
const SHOWN_NOTES = 3;
const SHOWN_CUSTOMERS = 20;

/** The whole report, each problem and note with its sentence in both languages. */
export function reportJson({ firstRows: _, ...report }: ImportReport): string {
  const { fields, problems, notes, ...rest } = report;
  const whole = {
    ...rest,
    problems: problems.map((one) => ({ ...one, reason: problemWords(one, fields) })),
    notes: notes.map((one) => ({ ...one, reason: noteWords(one, fields) })),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** What was stored, would be stored, or stands in the way. Every refused row is listed. */
export function reportText(
  report: ImportReport,
  language: Language,
  state: "stored" | "preview" | "refused",
): string {
  const zh = language === "zh";
  const { counts, problems, fields } = report;
  const problemLines = problems.map(
    (problem) => `  ${placeText(problem, zh)}${problemWords(problem, fields)[language]}`,
  );
  const refusedHead = zh
    ? `被拒绝的行（${counts.refused}）：`
    : `Refused rows (${counts.refused}):`;
  return [
    headline(report, state)[language],
    countLine(report)[language],
    ...sumLines(report, zh),
    ...customerLines(report, zh),
    ...(state === "preview" ? differenceLines(report, zh) : []),
    ...noteLines(report.notes, report, language),
    ...(problemLines.length === 0 ? [] : [refusedHead, ...problemLines]),
    ...remedy(report, state, zh),
    "",
  ].join("\n");
}

function headline({ fileName, sheet, headerLine }: ImportReport, state: string): Words {
  const where = sheet === null ? "" : ` [${sheet}]`;
  const words: Readonly<Record<string, Words>> = {
    stored: { zh: "已导入", en: "Imported" },
    preview: { zh: "预览（未写入）", en: "Preview (nothing stored)" },
    refused: { zh: "未导入，账上没有任何变动", en: "Not imported; nothing has changed" },
  };
  const { zh = "", en = "" } = words[state] ?? {};
  return {
    zh: `${zh}：${fileName}${where}，表头在第 ${headerLine} 行`,
    en: `${en}: ${fileName}${where}, header on line ${headerLine}`,
  };
}

function countLine({ counts }: ImportReport): Words {
  const { rows, created, unchanged, changed, closed, duplicates, refused } = counts;
  return {
    zh: `  ${rows} 行：新增 ${created}，未变 ${unchanged}，变更 ${changed}，结清 ${closed}，重复 ${duplicates}，拒绝 ${refused}`,
    en: `  ${rows} rows: ${created} new, ${unchanged} unchanged, ${changed} changed, ${closed} closed, ${duplicates} repeated, ${refused} refused`,
  };
}

function sumLines({ sums }: ImportReport, zh: boolean): readonly string[] {
  if (sums.length === 0) return [];
  const text = sums.map(({ amount, currency }) => `${amount} ${currency}`).join(" + ");
  return [zh ? `  金额合计 ${text}` : `  sum of amounts ${text}`];
}

function customerLines({ kind, customersCreated }: ImportReport, zh: boolean): readonly string[] {
  if (customersCreated.length === 0 || kind === "customers") return [];
  const shown = customersCreated
    .slice(0, SHOWN_CUSTOMERS)
    .map(({ number, name }) => (number === name ? number : `${number} ${name}`));
  const more = customersCreated.length - shown.length;
  if (more > 0) shown.push(zh ? `……另有 ${more} 个` : `… and ${more} more`);
  const head = zh ? "新建客户" : "new customers";
  return [`  ${head} ${customersCreated.length}: ${shown.join(zh ? "、" : ", ")}`];
}

function noteLines(
  notes: readonly Note[],
  { fields }: ImportReport,
  language: Language,
): readonly string[] {
  const zh = language === "zh";
  const lines: string[] = [];
  for (const group of Map.groupBy(notes, ({ code }) => code).values()) {
    for (const note of group.slice(0, SHOWN_NOTES)) {
      lines.push(`  ${placeText(note, zh)}${noteWords(note, fields)[language]}`);
    }
    const more = group.length - SHOWN_NOTES;
    if (more > 0) lines.push(zh ? `  ……同类提示另有 ${more} 条` : `  … ${more} more of this kind`);
  }
  return lines.length === 0 ? [] : [zh ? "提示：" : "Notes:", ...lines];
}

/** "第 5 行 C 列（开票日期）：" or "line 5, column C (Invoice date): ". */
export function placeText({ line, column, heading }: Place, zh: boolean): string {
  const named = heading === null ? "" : zh ? `（${heading}）` : ` (${heading})`;
  if (zh) {
    const at = `${line === null ? "" : `第 ${line} 行`}${column === null ? "" : ` ${column} 列${named}`}`;
    return at === "" ? "" : `${at.trim()}：`;
  }
  const parts = [
    line === null ? "" : `line ${line}`,
    column === null ? "" : `column ${column}${named}`,
  ];
  const at = parts.filter((part) => part !== "").join(", ");
  return at === "" ? "" : `${at}: `;
}

function remedy({ counts }: ImportReport, state: string, zh: boolean): readonly string[] {
  if (state === "stored" || counts.refused === 0) return [];
  return [
    zh
      ? "改正后重新导入；或加 --partial，只导入没有问题的行。"
      : "Mend the file and import it again, or add --partial to take the good rows alone.",
  ];
}

/** Each item that a snapshot changes or closes, before it is stored. */
export const snapshotText = (report: ImportReport, language: Language): string =>
  `${differenceLines(report, language === "zh").join("\n")}\n`;

function differenceLines({ differences, snapshot }: ImportReport, zh: boolean): readonly string[] {
  if (snapshot === null) return [];
  const count = differences.length;
  const head = zh
    ? `${snapshot} 的快照与账上相差 ${count} 项${count === 0 ? "" : "："}`
    : `The snapshot of ${snapshot} differs from the book in ${count} items${count === 0 ? "" : ":"}`;
  return [head, ...differences.map((difference) => `  ${differenceText(difference, zh)}`)];
}

function differenceText(
  { kind, number, customer, before, after }: Difference,
  zh: boolean,
): string {
  const [from, to] = [before, after].map(({ amount, currency }) => `${amount} ${currency}`);
  if (kind === "changed")
    return zh ? `${customer} ${number}：${from} → ${to}` : `${customer} ${number}: ${from} → ${to}`;
  return zh
    ? `${customer} ${number}：${from} → ${to}，文件中没有，视为已在 ERP 结清（日期不详）`
    : `${customer} ${number}: ${from} → ${to}, not in the file: settled in the ERP, day unknown`;
}
