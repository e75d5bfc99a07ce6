/** Clocks of a time zone and the moments they show. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, businessDay, type Instant, plainDate } from "./calendar.ts";
import { clockAt, instantAt } from "./local-time.ts";

const ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"];

test("noon of any day, anywhere, is shown as that day's noon", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.constantFrom(...ZONES),
      fc.integer({ min: 4, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      (offset, zone, hour, minute) => {
        const day = addDays(plainDate("2024-01-01"), offset);
        const clock = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        const at = instantAt(day, clock, zone);
        expect(businessDay(at, zone)).toBe(day);
        expect(clockAt(at, zone)).toBe(clock);
      },
    ),
  );
});

test("half past eight in the evening in Shanghai is half past noon in UTC", () => {
  expect(instantAt(plainDate("2026-04-01"), "20:30", "Asia/Shanghai")).toBe(
    "2026-04-01T12:30:00.000Z",
  );
});

test("an hour that clocks skip is an hour earlier, one shown twice is the first", () => {
  expect(instantAt(plainDate("2026-03-29"), "02:30", "Europe/Berlin")).toBe(
    "2026-03-29T00:30:00.000Z",
  );
  expect(instantAt(plainDate("2026-10-25"), "02:30", "Europe/Berlin")).toBe(
    "2026-10-25T00:30:00.000Z",
  );
  expect(clockAt("2026-03-29T00:59:00Z" as Instant, "Europe/Berlin")).toBe("01:59");
});
