/** Ageing: how late the open amounts are on a day, in buckets of days past due. */
import { daysBetween, type PlainDate } from "../values/calendar.ts";
import { type Currency, isZero, type Money, subtract, total } from "../values/money.ts";
import { assert, ok, type Result, refuse } from "../values/result.ts";

/** `lastDay`: the last day past due that still belongs here; null: everything later. */
export type Bucket = { readonly key: string; readonly lastDay: number | null };

/** Ascending; the first is always what is not due, the last has no end. */
export type Buckets = readonly [Bucket, ...Bucket[]];

export type BucketRefusal =
  | { readonly code: "bucket_malformed"; readonly text: string }
  | { readonly code: "buckets_not_ascending"; readonly text: string }
  | { readonly code: "bucket_label_taken"; readonly label: string };

/** Due today is not due: the day itself still belongs to the payer. */
const NOT_DUE: Bucket = { key: "not_due", lastDay: 0 };

/** Names of the other columns, which no bucket may take. */
const TAKEN = ["not_due", "unapplied", "total", "currency", "customer", "creditor", "name"];

type Edge = { readonly label: string | null; readonly lastDay: number };

function bucketsOf(edges: readonly Edge[], rest: string | null): Buckets {
  let first = 1;
  const ended = edges.map(({ label, lastDay }) => {
    const key = label ?? `${first}-${lastDay}`;
    first = lastDay + 1;
    return { key, lastDay };
  });
  return [NOT_DUE, ...ended, { key: rest ?? `${first - 1}+`, lastDay: null }];
}

const plainEdge = (lastDay: number): Edge => ({ label: null, lastDay });

/** not_due, 1-30, 31-60, 61-90, 91-180, 181-365, 365+: what Chinese auditors ask for. */
export const STANDARD_BUCKETS: Buckets = bucketsOf([30, 60, 90, 180, 365].map(plainEdge), null);

/**
 * Own buckets: last days, each with or without a label, and perhaps a label for the rest:
 * "30,60,90" or "一个月内=30,三个月内=90,更早". Refuses edges that don't ascend and labels that
 * are taken, because labels are the keys of the report.
 */
export function parseBuckets(text: string): Result<Buckets, BucketRefusal> {
  const parts = text.split(/[,，]/).map((part) => part.trim());
  const last = text.replace(/^.*[,，]/s, "").trim();
  const rest = parts.length > 1 && /^\p{L}[^=]*$/u.test(last) ? last : null;
  const edges: Edge[] = [];
  let before = 0;
  for (const part of rest === null ? parts : parts.slice(0, -1)) {
    const match = /^(?:([^=]*[^=\s])\s*=\s*)?(\d{1,5})$/.exec(part);
    if (match === null) return refuse({ code: "bucket_malformed", text: part });
    const lastDay = Number(match[2]);
    if (lastDay <= before) {
      return refuse({ code: "buckets_not_ascending", text: part });
    }
    before = lastDay;
    edges.push({ label: match[1] ?? null, lastDay });
  }
  const buckets = bucketsOf(edges, rest);
  const keys = buckets.map(({ key }) => key);
  const taken = keys.find((key, at) => at > 0 && (TAKEN.includes(key) || keys.indexOf(key) < at));
  return taken === undefined ? ok(buckets) : refuse({ code: "bucket_label_taken", label: taken });
}

/** Which bucket (by its place) an amount so many days past due belongs to; 0 and less: not due. */
export const bucketAt = (buckets: Buckets, daysPastDue: number): number =>
  buckets.findIndex(({ lastDay }) => lastDay === null || daysPastDue <= lastDay);

/** The first day past due of every bucket but the first: what a database sorts amounts by. */
export const bucketStarts = (buckets: Buckets): readonly number[] =>
  buckets.flatMap(({ lastDay }) => (lastDay === null ? [] : [lastDay + 1]));

/** One currency's open amounts by bucket, the unused credit (negative), and their sum. */
export type AgeingLine = {
  readonly currency: Currency;
  /** In the order of the buckets. */
  readonly amounts: readonly Money[];
  readonly unapplied: Money;
  readonly total: Money;
};

/** An amount and the place of its bucket; `null` is a receipt or credit memo not yet used. */
export type AgedAmount = { readonly bucket: number | null; readonly amount: Money };

/** Sums amounts of one currency into a line; `total` includes what is unapplied. */
export function ageingLine(
  currency: Currency,
  aged: readonly AgedAmount[],
  buckets: Buckets,
): AgeingLine {
  const sumOf = (place: number | null) => {
    const there = aged.filter(({ bucket }) => bucket === place);
    return total(
      there.map(({ amount }) => amount),
      currency,
    );
  };
  const amounts = buckets.map((_, at) => sumOf(at));
  const unapplied = sumOf(null);
  const whole = total([...amounts, unapplied], currency);
  const parts = total(
    aged.map(({ amount }) => amount),
    currency,
  );
  assert(isZero(subtract(whole, parts)), "every amount belongs to a bucket that there is");
  return { currency, amounts, unapplied, total: whole };
}

/** An open item as ageing sees it: without due day it is a receipt or credit memo (negative). */
export type AgeingItem = { readonly open: Money; readonly dueOn: PlainDate | null };

/** A line per currency of what stands open on a day, currencies in order of their code. */
export function ageItems(
  items: readonly AgeingItem[],
  on: PlainDate,
  buckets: Buckets = STANDARD_BUCKETS,
): readonly AgeingLine[] {
  const aged = items.map(({ open, dueOn }) => ({
    bucket: dueOn === null ? null : bucketAt(buckets, daysBetween(dueOn, on)),
    amount: open,
  }));
  return linesByCurrency(aged, buckets);
}

/** A line per currency, currencies in order of their code. */
export function linesByCurrency(
  aged: readonly AgedAmount[],
  buckets: Buckets,
): readonly AgeingLine[] {
  const currencies = [...new Set(aged.map(({ amount }) => amount.currency))].sort();
  return currencies.map((currency) =>
    ageingLine(
      currency,
      aged.filter(({ amount }) => amount.currency === currency),
      buckets,
    ),
  );
}
