/** The sentences about a file that is refused as a whole. */
import type { MapRefusal, TableRefusal } from "../domain/book/import-refusal.ts";
import type { StatementRefusal } from "../domain/cash/statement.ts";
import type { Words } from "./import-problems.ts";
import { STATEMENT_BOOK_REFUSALS, type StatementBookRefusal } from "./statement-book-refusals.ts";
import { STATEMENT_REFUSALS } from "./statement-refusals.ts";

type SnapshotRefusal =
  | { readonly code: "snapshot_in_future"; readonly day: string; readonly today: string }
  | { readonly code: "snapshot_before_last"; readonly day: string; readonly last: string }
  | { readonly code: "snapshot_of_invoices_only" };

export type FileRefusal =
  | TableRefusal
  | MapRefusal
  | SnapshotRefusal
  | StatementRefusal
  | StatementBookRefusal;

type Tell<Union extends { readonly code: string }> = {
  readonly [Code in Union["code"]]: (facts: Extract<Union, { readonly code: Code }>) => Words;
};

const REFUSALS: Tell<FileRefusal> = {
  ...STATEMENT_REFUSALS,
  ...STATEMENT_BOOK_REFUSALS,
  file_empty: () => ({ zh: "文件是空的。", en: "The file is empty." }),
  file_is_not_a_table: () => ({
    zh: "这不是表格文件；请使用 XLSX，或 UTF-8、GB18030 编码的 CSV。",
    en: "This is no table: use XLSX, or CSV in UTF-8 or GB18030.",
  }),
  file_is_old_excel: () => ({
    zh: "这是旧版 Excel（.xls）文件；请在 Excel 中另存为 .xlsx 后再导入。",
    en: "This is an old Excel file (.xls); save it as .xlsx in Excel first.",
  }),
  file_is_web_page: () => ({
    zh: "这是网页格式的文件（常被命名为 .xls）；请在 Excel 中打开并另存为 .xlsx 后再导入。",
    en: "This is a web page (often named .xls); open it in Excel and save it as .xlsx first.",
  }),
  file_has_password: () => ({
    zh: "文件有密码保护；请在 Excel 中取消密码、另存后再导入。",
    en: "The file is protected by a password; save it without one first.",
  }),
  file_is_broken: () => ({
    zh: "文件已损坏或不完整；请在 Excel 中打开并重新保存。",
    en: "The file is damaged or cut off; open it in Excel and save it again.",
  }),
  file_unpacks_too_large: ({ limitMegabytes }) => ({
    zh: `文件解压后超过 ${limitMegabytes} MB，不予读取；请拆分后导入。`,
    en: `The file unpacks to more than ${limitMegabytes} MB and is not read; split it.`,
  }),
  quote_not_closed: ({ line }) => ({
    zh: `第 ${line} 行的引号没有配对，其后内容无法分列。`,
    en: `A quote on line ${line} has no partner, so the cells after it can't be told apart.`,
  }),
  sheet_not_found: ({ sheet, sheets }) => ({
    zh: `没有工作表“${sheet}”；文件里有：${sheets}。`,
    en: `There is no sheet "${sheet}"; the file has: ${sheets}.`,
  }),
  several_sheets: ({ sheets }) => ({
    zh: `有多个工作表含有内容（${sheets}）；请用 --sheet 指定一个。`,
    en: `Several sheets have rows (${sheets}); choose one with --sheet.`,
  }),
  header_not_found: ({ expected, english }) => ({
    zh: `前 25 行里没有找到表头；至少需要这些列：${expected}。列名不同时请用 --map 指定。`,
    en: `No header in the first 25 rows; it needs at least: ${english}. Name other headings with --map.`,
  }),
  column_missing: ({ field, name, headings }) => ({
    zh: `缺少“${name}”列（${field}）；文件里的列：${headings}。列名不同时请用 --map 指定。`,
    en: `There is no column for ${field}; the file has: ${headings}. Name it with --map.`,
  }),
  heading_not_found: ({ heading, headings }) => ({
    zh: `映射文件所写的列“${heading}”不在文件里；文件里的列：${headings}。`,
    en: `The map names a column "${heading}" that is not in the file, which has: ${headings}.`,
  }),
  field_unknown: ({ field, fields }) => ({
    zh: `映射文件里的字段“${field}”不存在；可用：${fields}。`,
    en: `The map names a field "${field}" that does not exist; there are: ${fields}.`,
  }),
  constant_wrong: ({ field, text }) => ({
    zh: `映射文件为 ${field} 设定的“${text}”不可用。`,
    en: `The map sets ${field} to "${text}", which is not possible.`,
  }),
  no_rows: () => ({ zh: "表头之下没有内容。", en: "There are no rows under the header." }),
  map_is_not_json: ({ detail }) => ({
    zh: `映射文件不是有效的 JSON：${detail}`,
    en: `The map is not JSON: ${detail}`,
  }),
  map_is_wrong: ({ at, expected }) => ({
    zh: `映射文件的“${at}”不对，应为：${expected}。`,
    en: `"${at}" in the map is not right; it should be: ${expected}.`,
  }),
  snapshot_in_future: ({ day, today }) => ({
    zh: `快照日 ${day} 晚于今天（${today}）。`,
    en: `The day of the snapshot, ${day}, is after today (${today}).`,
  }),
  snapshot_before_last: ({ day, last }) => ({
    zh: `账上已有 ${last} 的快照，不能再导入更早的 ${day}。`,
    en: `The book has a snapshot of ${last} already, so one of ${day} comes too late.`,
  }),
  snapshot_of_invoices_only: () => ({
    zh: "--snapshot 只用于导入应收（invoices）。",
    en: "--snapshot goes with invoices only.",
  }),
};

/** Whether a refusal is about the file or its map. */
export const isFileRefusal = (refusal: { readonly code: string }): refusal is FileRefusal =>
  Object.hasOwn(REFUSALS, refusal.code);

/** Why the file, its map or its snapshot is refused. */
export const refusalWords = (refusal: FileRefusal): Words =>
  (REFUSALS[refusal.code] as (facts: FileRefusal) => Words)(refusal);
