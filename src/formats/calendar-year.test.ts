/** Three ways to write a year down, one calendar; what is no calendar is refused by its line. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../test/kit/holds.ts";
import { parseCalendarYear } from "./calendar-year.ts";

const own = `{"year": 2027, "source": "国办通知", "off": ["2027-01-01", ["2027-02-05", "2027-02-07"]],
  "work": ["2027-02-14"]}`;
const holidayCn = `{"$schema": "x", "year": 2027, "papers": ["国办通知"], "days": [
  {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
  {"name": "春节", "date": "2027-02-05", "isOffDay": true},
  {"name": "春节", "date": "2027-02-06", "isOffDay": true},
  {"name": "春节", "date": "2027-02-07", "isOffDay": true},
  {"name": "春节", "date": "2027-02-14", "isOffDay": false}]}`;
const csv =
  "\uFEFF日期,类型\r\n2027-01-01,休\r\n2027-02-05,off\r\n2027-02-06,放假\r\n2027-02-07,休息\r\n2027-02-14,班\r\n";

const year = {
  year: 2027,
  source: "国办通知",
  days: [
    { day: "2027-01-01", kind: "off" },
    { day: "2027-02-05", kind: "off" },
    { day: "2027-02-06", kind: "off" },
    { day: "2027-02-07", kind: "off" },
    { day: "2027-02-14", kind: "work" },
  ],
};

test.each([
  ["our own JSON", own, ""],
  ["the JSON of holiday-cn", holidayCn, ""],
  ["CSV with Chinese headings", csv, "国办通知"],
])("%s is read", (_form, text, source) => {
  expect(parseCalendarYear(text, source)).toEqual({ ok: true, value: year });
});

test("a source that is given counts before the one in the text", () => {
  expect(parseCalendarYear(own, "gov.cn")).toMatchObject({ value: { source: "gov.cn" } });
});

test("CSV without headings starts with its first line", () => {
  expect(parseCalendarYear("2027-01-01,off")).toMatchObject({ ok: true, value: { year: 2027 } });
});

describe("what is no calendar is refused", () => {
  test.each([
    ["{", { code: "calendar_text_unreadable" }],
    ["", { code: "calendar_text_unreadable" }],
    ["day,kind", { code: "calendar_text_unreadable" }],
    [
      "day,kind\n2027-02-30,off",
      { code: "calendar_line_unreadable", line: 2, text: "2027-02-30,off" },
    ],
    ["day,kind\n2027-01-01", { code: "calendar_line_unreadable", line: 2, text: "2027-01-01," }],
    [
      '{"year":2027,"off":["2027-13-01"]}',
      { code: "calendar_line_unreadable", line: 1, text: '"2027-13-01"' },
    ],
    [
      '{"year":2027,"off":[["2027-02-07","2027-02-05"]]}',
      { code: "calendar_line_unreadable", line: 1, text: '["2027-02-07","2027-02-05"]' },
    ],
    [
      '{"year":2027,"off":[["2027-01-01","2027-12-31"]]}',
      { code: "calendar_line_unreadable", line: 1, text: '["2027-01-01","2027-12-31"]' },
    ],
    [
      '{"year":2027,"off":[["2027-01-01"]]}',
      { code: "calendar_line_unreadable", line: 1, text: '["2027-01-01"]' },
    ],
    [
      '{"year":2027,"days":[{"date":"2027-01-01"}]}',
      { code: "calendar_line_unreadable", line: 1, text: '"2027-01-01"' },
    ],
    ['{"year":2027,"days":[null]}', { code: "calendar_line_unreadable", line: 1, text: "null" }],
  ])("%s", (text, refusal) => {
    expect(parseCalendarYear(text)).toEqual({ ok: false, refusal });
  });

  test("garbage never throws", () => {
    const json = fc.json().map((text) => `{"year":1,"off":${text},"days":${text}}`);
    holds(fc.oneof(fc.string(), json), (text) => {
      const { ok } = parseCalendarYear(text);
      expect([true, false]).toContain(ok);
    });
  });
});
