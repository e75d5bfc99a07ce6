/** Days as files write them; what may be read in two ways is not guessed. */

import { describe, expect, test } from "vitest";
import { coveredDay } from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import { daysBetween, plainDate } from "../../domain/values/calendar.ts";
import { isSerial, orderShown, readDay } from "./day-column.ts";

const read = (text: string, order: Parameters<typeof readDay>[1] = null) => {
  const day = readDay(text, order);
  return day.ok ? day.value : day.refusal.code;
};

test("every way of writing a day gives that day", () => {
  holds(coveredDay, (day) => {
    const [year, month, date] = day.split("-").map(Number) as [number, number, number];
    const serial = daysBetween(plainDate("1900-01-01"), day) + 2;
    const ways = [
      read(day),
      read(`${year}/${month}/${date}`),
      read(`${year}.${month}.${date}`),
      read(`${year}年${month}月${date}日`),
      read(day.replaceAll("-", "")),
      read(`${day.replaceAll("-", "")}.0`),
      read(`${day} 23:59:59`),
      read(`${day}T00:00:00.000Z`),
      read(String(serial)),
      read(`${month}/${date}/${year}`, "mdy"),
      read(`${date}.${month}.${year}`, "dmy"),
    ];
    expect(new Set(ways)).toEqual(new Set([day]));
  });
});

describe("in words and short", () => {
  test.each([
    ["15-Jan-2026", null, "2026-01-15"],
    ["Jan 5, 2026", null, "2026-01-05"],
    ["5 September 2026", null, "2026-09-05"],
    ["26/3/4", "ymd", "2026-03-04"],
    ["3/4/26", "mdy", "2026-03-04"],
    ["3/4/26", "dmy", "2026-04-03"],
    ["１/２/２０２６", "dmy", "2026-02-01"],
    ["2026-03-31 9:05 PM", null, "2026-03-31"],
  ] as const)("%s (%s) is %s", (text, order, day) => {
    expect(read(text, order)).toBe(day);
  });
});

describe("refused", () => {
  test.each([
    ["2026/2/30", "day_does_not_exist"],
    ["20260230.0", "day_does_not_exist"],
    ["31 Foo 2026", "day_does_not_exist"],
    ["03/04/2026", "day_ambiguous"],
    ["03/04/26", "day_ambiguous"],
    ["soon", "day_unreadable"],
    ["202", "day_unreadable"],
    ["12345", "day_unreadable"],
    ["-", "day_unreadable"],
  ])("%s: %s", (text, code) => {
    expect(read(text)).toBe(code);
  });
});

test("a whole column decides the order where single cells can't", () => {
  expect(orderShown(["03/04/2026", "13/04/2026", ""])).toBe("dmy");
  expect(orderShown(["03/04/2026", "04/13/2026"])).toBe("mdy");
  expect(orderShown(["03/04/2026 10:00", "05/06/2026"])).toBeNull();
  expect(orderShown(["13/04/2026", "04/13/2026"])).toBeNull();
});

test("serials are five digits of our century", () => {
  expect(["46112", "46112.5", "19999", "80001", "4611"].map(isSerial)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(read("46112")).toBe("2026-03-31");
});
