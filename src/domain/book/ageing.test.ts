/** Ageing puts every open cent into one bucket, by the days past due and nothing else. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyMoney, day } from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import { addDays, daysBetween } from "../values/calendar.ts";
import { amountText, currency, moneyOf, total } from "../values/money.ts";
import {
  ageItems,
  ageingLine,
  bucketAt,
  bucketStarts,
  parseBuckets,
  STANDARD_BUCKETS,
} from "./ageing.ts";

const on = day("2026-03-31");
const anyEdges = fc
  .uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 8 })
  .map((edges) => edges.toSorted((left, right) => left - right));
const anyBuckets = anyEdges.map((edges) => {
  const parsed = parseBuckets(edges.join(","));
  return parsed.ok ? parsed.value : STANDARD_BUCKETS;
});
const anyItem = fc.record({
  open: anyMoney,
  dueOn: fc.option(fc.integer({ min: -800, max: 800 }).map((days) => addDays(on, days))),
});

describe("whatever the items and the buckets", () => {
  test("every cent is in exactly one column of its currency", () => {
    holds(fc.array(anyItem, { maxLength: 30 }), anyBuckets, (items, buckets) => {
      const lines = ageItems(items, on, buckets);
      for (const line of lines) {
        const same = items.filter(({ open }) => open.currency === line.currency);
        const all = same.map(({ open }) => open);
        expect(line.total).toEqual(total(all, line.currency));
        expect(total([...line.amounts, line.unapplied], line.currency)).toEqual(line.total);
        expect(line.amounts).toHaveLength(buckets.length);
      }
      const currencies = new Set(items.map(({ open }) => open.currency));
      expect(lines.map((line) => line.currency)).toEqual([...currencies].sort());
    });
  });

  test("the order of the items changes nothing", () => {
    holds(fc.array(anyItem, { maxLength: 12 }), (items) => {
      expect(ageItems(items.toReversed(), on)).toEqual(ageItems(items, on));
    });
  });

  test("later never falls into an earlier bucket, and every bucket is reached", () => {
    holds(anyBuckets, fc.integer({ min: -900, max: 2500 }), (buckets, days) => {
      const at = bucketAt(buckets, days);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at === 0).toBe(days <= 0);
      expect(bucketAt(buckets, days + 1) - at).toBeOneOf([0, 1]);
      expect(bucketStarts(buckets).filter((start) => start <= days)).toHaveLength(at);
    });
  });

  test("any text gives buckets that cover every day, or a refusal", () => {
    const text = fc.string({ unit: fc.constantFrom(..."0123456789,=a 逾，") });
    holds(fc.oneof(text, fc.string()), (written) => {
      const parsed = parseBuckets(written);
      if (!parsed.ok) return;
      const keys = parsed.value.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(parsed.value.filter(({ lastDay }) => lastDay === null)).toHaveLength(1);
      expect(parsed.value.at(-1)?.lastDay).toBeNull();
    });
  });
});

test("the customary buckets are those of the report", () => {
  expect(STANDARD_BUCKETS.map(({ key }) => key)).toEqual([
    "not_due",
    "1-30",
    "31-60",
    "61-90",
    "91-180",
    "181-365",
    "365+",
  ]);
  expect(bucketStarts(STANDARD_BUCKETS)).toEqual([1, 31, 61, 91, 181, 366]);
});

test.each([
  ["2026-03-31", 0, "due today is not due"],
  ["2026-03-30", 1, "one day late"],
  ["2026-03-01", 1, "thirty days late"],
  ["2026-02-28", 2, "thirty-one days late"],
  ["2025-12-31", 3, "ninety days late"],
  ["2025-12-30", 4, "ninety-one days late"],
  ["2025-03-31", 5, "a year late"],
  ["2025-03-30", 6, "more than a year late"],
])("due %s belongs to column %i: %s", (dueOn, column, _why) => {
  expect(bucketAt(STANDARD_BUCKETS, daysBetween(day(dueOn), on))).toBe(column);
});

test("credit not yet used lowers the total and no bucket; currencies stay apart", () => {
  const lines = ageItems(
    [
      { open: moneyOf("100.00", "CNY"), dueOn: day("2026-03-01") },
      { open: moneyOf("-30.00", "CNY"), dueOn: null },
      { open: moneyOf("5000", "JPY"), dueOn: day("2026-04-30") },
    ],
    on,
  );
  expect(
    lines.map((line) => [line.currency, line.amounts.map(amountText), amountText(line.total)]),
  ).toEqual([
    ["CNY", ["0.00", "100.00", "0.00", "0.00", "0.00", "0.00", "0.00"], "70.00"],
    ["JPY", ["5000", "0", "0", "0", "0", "0", "0"], "5000"],
  ]);
  expect(amountText(lines[0]?.unapplied ?? moneyOf("0", "CNY"))).toBe("-30.00");
});

describe("own buckets", () => {
  const keys = (text: string) => {
    const parsed = parseBuckets(text);
    return parsed.ok ? parsed.value.map(({ key }) => key) : parsed.refusal;
  };

  test.each([
    ["30,60,90", ["not_due", "1-30", "31-60", "61-90", "90+"]],
    ["一个月内=30，三个月内=90，更早", ["not_due", "一个月内", "三个月内", "更早"]],
    ["short = 15, 45, long ago", ["not_due", "short", "16-45", "long ago"]],
    ["30天内=30,60", ["not_due", "30天内", "31-60", "60+"]],
    ["1", ["not_due", "1-1", "1+"]],
  ])("%s", (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test.each([
    ["", { code: "bucket_malformed", text: "" }],
    ["late", { code: "bucket_malformed", text: "late" }],
    ["30,,60", { code: "bucket_malformed", text: "" }],
    ["=30", { code: "bucket_malformed", text: "=30" }],
    ["a=b=30", { code: "bucket_malformed", text: "a=b=30" }],
    ["30,-5", { code: "bucket_malformed", text: "-5" }],
    ["0", { code: "buckets_not_ascending", text: "0" }],
    ["60,30", { code: "buckets_not_ascending", text: "30" }],
    ["30,30", { code: "buckets_not_ascending", text: "30" }],
    ["a=30,a=60", { code: "bucket_label_taken", label: "a" }],
    ["30,total", { code: "bucket_label_taken", label: "total" }],
    ["not_due=30", { code: "bucket_label_taken", label: "not_due" }],
  ])("%j is refused", (text, refusal) => {
    expect(keys(text)).toEqual(refusal);
  });
});

test("an amount in a bucket that there isn't is a bug", () => {
  const lost = [{ bucket: 9, amount: moneyOf("1", "CNY") }];
  expect(() => ageingLine(currency("CNY"), lost, STANDARD_BUCKETS)).toThrow(
    "every amount belongs to a bucket",
  );
});
