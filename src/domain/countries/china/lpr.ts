/** 贷款市场报价利率 (LPR): the one-year and five-year rates by their days of announcement. */
import { type PlainDate, plainDate } from "../../values/calendar.ts";
import { type Rate, rate } from "../../values/money.ts";

/** Per cent per year as text; `until` is the last announcement that still had these rates. */
type Change = readonly [from: string, oneYear: string, fiveYears: string];

/**
 * The changes since the reform; between them every month's announcement repeated the rates.
 * Announced by the 全国银行间同业拆借中心 for the 中国人民银行 on the 20th of a month, moved when that
 * is no working day. Read 2026-11-21 in published collections (github ZiGmaX809/LPR_Data) and the
 * bank's announcements up to that of 2026-09-20.
 */
const CHANGES: readonly Change[] = [
  ["2019-08-20", "4.25", "4.85"],
  ["2019-09-20", "4.20", "4.85"],
  ["2019-11-20", "4.15", "4.80"],
  ["2020-02-20", "4.05", "4.75"],
  ["2020-04-20", "3.85", "4.65"],
  ["2021-12-20", "3.80", "4.65"],
  ["2022-01-20", "3.70", "4.60"],
  ["2022-05-20", "3.70", "4.45"],
  ["2022-08-22", "3.65", "4.30"],
  ["2023-06-20", "3.55", "4.20"],
  ["2023-08-21", "3.45", "4.20"],
  ["2024-02-20", "3.45", "3.95"],
  ["2024-07-22", "3.35", "3.85"],
  ["2024-10-21", "3.10", "3.60"],
  ["2025-05-20", "3.00", "3.50"],
];

/**
 * The last day for which the rate is known for certain. The last announcement read is that of
 * 2026-09-20; the next one was due on 2026-10-20, and until the day before the last one stands.
 */
export const LPR_KNOWN_UNTIL: PlainDate = plainDate("2026-10-19");

export type LprRates = {
  /** The announcement that brought these rates; later ones repeated them. */
  readonly since: PlainDate;
  readonly oneYear: Rate;
  readonly fiveYears: Rate;
};

/** "3.45" per cent a year in parts per 10⁹. */
const yearly = (percent: string): Rate => rate(BigInt(percent.replace(".", "")) * 100_000n, "year");

const RATES: readonly LprRates[] = CHANGES.map(([from, oneYear, fiveYears]) => ({
  since: plainDate(from),
  oneYear: yearly(oneYear),
  fiveYears: yearly(fiveYears),
}));

/**
 * The rates on a day: those of the latest announcement up to it. Null before the first one, and
 * for every day after the last month that was verified: a rate is never carried on silently.
 */
export function lprOn(day: PlainDate): LprRates | null {
  if (day > LPR_KNOWN_UNTIL) return null;
  return RATES.findLast(({ since }) => since <= day) ?? null;
}

/**
 * What the law grants where no late rate was agreed: the one-year LPR on the day of the breach and
 * half of it more (买卖合同解释 18(4), 2020: 30 to 50 per cent more; the higher is what is claimed).
 * `breachOn` is the first day past due. Null where the LPR of that day is not known.
 */
export function statutoryLateRate(breachOn: PlainDate): Rate | null {
  const lpr = lprOn(breachOn);
  return lpr === null ? null : rate((lpr.oneYear.partsPerBillion * 3n) / 2n, "year");
}
