/** The hours in which a message may reach a person. */
import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../countries/china.ts";
import type { Instant } from "../values/calendar.ts";
import { mayLeave } from "./conduct.ts";

const at = (moment: string, channel = "email") =>
  mayLeave(channel, moment as Instant, "Asia/Shanghai", chinaCalendar);

describe("a mail leaves in office hours of a working day", () => {
  test("from nine to six in the creditor's time zone", () => {
    expect(at("2026-03-02T00:59:59Z")).toBe(false);
    expect(at("2026-03-02T01:00:00Z")).toBe(true);
    expect(at("2026-03-02T09:59:59Z")).toBe(true);
    expect(at("2026-03-02T10:00:00Z")).toBe(false);
  });

  test("not in the night, not on a weekend, not on National Day", () => {
    expect(at("2026-03-02T15:00:00Z")).toBe(false);
    expect(at("2026-03-07T03:00:00Z")).toBe(false);
    expect(at("2026-10-01T03:00:00Z")).toBe(false);
  });

  test("on a make-up Sunday like on any working day", () => {
    expect(at("2026-09-20T03:00:00Z")).toBe(true);
  });
});

test("a printed letter may be laid out at any hour", () => {
  expect(at("2026-03-07T19:00:00Z", "letter")).toBe(true);
});
