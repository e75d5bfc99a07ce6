/** The LPR as announced month by month, and nothing beyond what was read. */
import { describe, expect, test } from "vitest";
import { anyDay, day } from "../../../../test/kit/arbitraries.ts";
import { holds } from "../../../../test/kit/holds.ts";
import { addDays } from "../../values/calendar.ts";
import { LPR_KNOWN_UNTIL, lprOn, statutoryLateRate } from "./lpr.ts";

/** Year, days of announcement, one year, five years: as published. */
const ANNOUNCED: readonly (readonly [number, string, string, string])[] = [
  [2019, "08-20", "4.25", "4.85"],
  [2019, "09-20 10-21", "4.20", "4.85"],
  [2019, "11-20 12-20", "4.15", "4.80"],
  [2020, "01-20", "4.15", "4.80"],
  [2020, "02-20 03-20", "4.05", "4.75"],
  [2020, "04-20 05-20 06-22 07-20 08-20 09-21 10-20 11-20 12-21", "3.85", "4.65"],
  [2021, "01-20 02-22 03-22 04-20 05-20 06-21 07-20 08-20 09-22 10-20 11-22", "3.85", "4.65"],
  [2021, "12-20", "3.80", "4.65"],
  [2022, "01-20 02-21 03-21 04-20", "3.70", "4.60"],
  [2022, "05-20 06-20 07-20", "3.70", "4.45"],
  [2022, "08-22 09-20 10-20 11-21 12-20", "3.65", "4.30"],
  [2023, "01-20 02-20 03-20 04-20 05-22", "3.65", "4.30"],
  [2023, "06-20 07-20", "3.55", "4.20"],
  [2023, "08-21 09-20 10-20 11-20 12-20", "3.45", "4.20"],
  [2024, "01-22", "3.45", "4.20"],
  [2024, "02-20 03-20 04-22 05-20 06-20", "3.45", "3.95"],
  [2024, "07-22 08-20 09-20", "3.35", "3.85"],
  [2024, "10-21 11-20 12-20", "3.10", "3.60"],
  [2025, "01-20 02-20 03-20 04-21", "3.10", "3.60"],
  [2025, "05-20 06-20 07-21 08-20 09-22 10-20 11-20 12-22", "3.00", "3.50"],
  [2026, "01-20 02-24 03-20 04-20 05-20 06-22 07-20 08-20 09-20", "3.00", "3.50"],
];

const announcements = ANNOUNCED.flatMap(([year, days, oneYear, fiveYears]) =>
  days.split(" ").map((each) => ({ on: day(`${year}-${each}`), oneYear, fiveYears })),
);

const percent = (partsPerBillion: bigint): string => {
  const hundredths = (partsPerBillion / 100_000n).toString().padStart(3, "0");
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
};

test.each(announcements)("$on: $oneYear and $fiveYears", ({ on, oneYear, fiveYears }) => {
  const rates = lprOn(on);
  expect(percent(rates?.oneYear.partsPerBillion ?? 0n)).toBe(oneYear);
  expect(percent(rates?.fiveYears.partsPerBillion ?? 0n)).toBe(fiveYears);
  expect([rates?.oneYear.per, rates?.fiveYears.per]).toEqual(["year", "year"]);
});

describe("between announcements", () => {
  test("the day before one still has the rates of the one before", () => {
    for (const [at, { on }] of announcements.entries()) {
      const before = announcements[at - 1];
      if (before === undefined) continue;
      const rates = lprOn(addDays(on, -1));
      expect(percent(rates?.oneYear.partsPerBillion ?? 0n)).toBe(before.oneYear);
      expect(percent(rates?.fiveYears.partsPerBillion ?? 0n)).toBe(before.fiveYears);
    }
  });

  test("any day has the rates of the latest announcement up to it, or none", () => {
    holds(anyDay, (on) => {
      const last = announcements.findLast((each) => each.on <= on);
      const rates = lprOn(on);
      const known = on > LPR_KNOWN_UNTIL ? undefined : last?.oneYear;
      expect(rates === null ? undefined : percent(rates.oneYear.partsPerBillion)).toBe(known);
    });
  });
});

test("before the reform and beyond what was read there is none", () => {
  expect(lprOn(day("2019-08-19"))).toBeNull();
  expect(lprOn(LPR_KNOWN_UNTIL)).not.toBeNull();
  expect(lprOn(addDays(LPR_KNOWN_UNTIL, 1))).toBeNull();
});

test("the statutory late rate is half as much again, on the day of the breach", () => {
  expect(statutoryLateRate(day("2025-04-01"))).toEqual({
    partsPerBillion: 46_500_000n,
    per: "year",
  });
  expect(statutoryLateRate(day("2023-07-01"))?.partsPerBillion).toBe(53_250_000n);
  expect(statutoryLateRate(day("2027-01-01"))).toBeNull();
});
