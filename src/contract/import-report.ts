/** An import's report as it crosses the wire: every problem with its sentence in both languages. */
import type { ImportReport as Report } from "../domain/book/import-report.ts";
import type { ImportReport } from "./import.ts";
import { noteWords, problemWords } from "./import-problems.ts";

/** The most problems, notes and differences that a page is sent; the counts tell of the rest. */
const SHOWN = 500;

/** The report for a page. */
export function wireReport(report: Report): ImportReport {
  const { fields, counts, problems, notes, differences } = report;
  return {
    kind: report.kind,
    fileName: report.fileName,
    sheet: report.sheet,
    headerLine: report.headerLine,
    columns: [...report.columns],
    fields: fields.map((field) => ({ ...field })),
    firstRows: report.firstRows.map(({ line, cells }) => ({ line, cells: [...cells] })),
    problems: problems.slice(0, SHOWN).map((problem) => ({
      ...problem,
      message: problemWords(problem, fields),
    })),
    problemCount: problems.length,
    notes: notes.slice(0, SHOWN).map((note) => ({ ...note, message: noteWords(note, fields) })),
    counts,
    sums: report.sums.map((sum) => ({ ...sum })),
    differences: differences.slice(0, SHOWN).map(({ line: _, ...difference }) => difference),
    differenceCount: differences.length,
    customersCreated: report.customersCreated.slice(0, SHOWN).map((customer) => ({ ...customer })),
    snapshot: report.snapshot,
    storable: report.storable,
    stored: report.stored,
  };
}
