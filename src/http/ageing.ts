/** Ageing over HTTP: as a page reads it, and as CSV and Excel. */
import { businessDayOf, type Desk } from "../actions/perform.ts";
import * as contract from "../contract/ageing.ts";
import {
  type AgeingLine,
  type Buckets,
  parseBuckets,
  STANDARD_BUCKETS,
} from "../domain/book/ageing.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { amountText } from "../domain/values/money.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { sheetToCsv } from "../formats/exports/csv.ts";
import { sheetToXlsx } from "../formats/exports/xlsx.ts";
import { type AgeingReport, ageReceivables } from "../reports/ageing.ts";
import { ageingSheet } from "../reports/ageing-sheet.ts";
import type { AnyRefusal } from "./refusals.ts";
import { type Route, route } from "./route.ts";

type Asked = {
  readonly on?: PlainDate | undefined;
  readonly by: "customer" | "creditor";
  readonly buckets?: string | undefined;
};

const bucketsOf = (text: string | undefined): Result<Buckets, AnyRefusal> =>
  text === undefined ? ok(STANDARD_BUCKETS) : parseBuckets(text);

async function age(
  desk: Desk,
  { on, by, buckets }: Asked,
): Promise<Result<AgeingReport, AnyRefusal>> {
  const parsed = bucketsOf(buckets);
  if (!parsed.ok) return parsed;
  const day = on ?? (await businessDayOf(desk));
  if (day === null) return refuse({ code: "creditor_not_found" });
  const asked = { creditors: [desk.creditorId], on: day, by, buckets: parsed.value };
  return ok(await desk.database.reading((tx) => ageReceivables(tx, asked)));
}

const lineOf = (line: AgeingLine, buckets: Buckets) => ({
  currency: line.currency,
  amounts: Object.fromEntries(
    buckets.map(({ key }, at) => [key, amountText(line.amounts[at] ?? line.total)]),
  ),
  unapplied: amountText(line.unapplied),
  total: amountText(line.total),
});

const shown = ({ on, by, buckets, totals, rows, ties }: AgeingReport) => ({
  on,
  by,
  keys: buckets.map(({ key }) => key),
  totals: totals.map((line) => lineOf(line, buckets)),
  rows: rows.map(({ creditor, customer, customerId, name, ...line }) => ({
    ...{ creditor, customer, customerId, name },
    ...lineOf(line, buckets),
  })),
  ties,
});

export const ageingRoutes: readonly Route[] = [
  route(contract.ageing, async ({ desk, query }) => {
    const report = await age(desk, query);
    return report.ok ? ok(shown(report.value)) : report;
  }),
  route(contract.ageingCsv, async ({ desk, query }) => {
    const report = await age(desk, query);
    if (!report.ok) return report;
    const bytes = sheetToCsv(ageingSheet(report.value, query.language), query.language);
    return ok({ bytes, fileName: `ageing-${report.value.on}.csv` });
  }),
  route(contract.ageingXlsx, async ({ desk, query }) => {
    const report = await age(desk, query);
    if (!report.ok) return report;
    const sheet = await sheetToXlsx(ageingSheet(report.value, query.language), query.language);
    return ok({ bytes: new Uint8Array(sheet), fileName: `ageing-${report.value.on}.xlsx` });
  }),
];
