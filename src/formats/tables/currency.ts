/** The currency of a row. */
import type { Currency } from "../../domain/values/money.ts";
import { currencyOf } from "./choices.ts";
import type { RowReader } from "./row-reader.ts";

/** By column or constant, else the company's own where the file has no such column at all. */
export function readCurrency(row: RowReader, home: Currency): Currency | null {
  const text = row.text("currency");
  if (text === undefined) return home;
  if (text === null) return row.needed("currency", null);
  return currencyOf(text) ?? row.refuse("currency", { code: "currency_unknown", text });
}
