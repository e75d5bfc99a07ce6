/** Payment terms as a number of days. */
import type { Cell, RowReader } from "./row-reader.ts";

const DAYS =
  /^(?:net|n|货到|票到|开票后|发票后)?\s*(\d{1,4})(?:\.0+)?\s*(?:天|日|个?自然日|days?|d)?$/i;

/** "30", "30 天", "Net 30": whole days; anything else is null, since it would be a guess. */
export function termsDays(text: string): number | null {
  const days = Number(DAYS.exec(text.normalize("NFKC").trim())?.[1] ?? "-1");
  return days >= 0 && days <= 3650 ? days : null;
}

/** The payment term of a row in days. */
export function readTermsDays(row: RowReader): Cell<number> {
  const text = row.text("terms_days");
  if (text === null || text === undefined) return text;
  return termsDays(text) ?? row.refuse("terms_days", { code: "days_unreadable", text });
}
