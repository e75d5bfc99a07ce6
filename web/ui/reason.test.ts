/** Reasons: each has a sentence in both languages, with its facts. */
import { describe, expect, test } from "vitest";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";
import { reasonSentence } from "./reason.ts";

const names = (key: string): string => (key === "first-letter" ? "首次催款函" : key);
const say = (reason: { readonly code: string; readonly [fact: string]: unknown }) =>
  reasonSentence(zh, reason, names);

describe("the reasons of a plan", () => {
  test("days, the rule and its step", () => {
    expect(say({ code: "days_past_due", item: "109517200", days: 12 })).toBe(
      "109517200 已逾期 12 天",
    );
    const trigger = { unit: "working_days", days: -3 };
    expect(say({ code: "trigger", step: "first-letter", trigger })).toBe(
      "政策：到期前 3 个工作日执行“首次催款函”",
    );
    expect(reasonSentence(en, { code: "days_past_due", item: "1", days: 1 }, names)).toBe(
      "1 is 1 day past due",
    );
  });

  test("amounts as people read them", () => {
    const facts = { item: "7", currency: "CNY", amount: "1250000.00", until: null };
    expect(say({ code: "disputed", ...facts })).toBe("7 有争议金额 CNY 1,250,000.00，暂不催收");
    const due = { step: "x", currency: "JPY", due: "80", minimum: "100" };
    expect(say({ code: "below_minimum", ...due })).toBe("应付 JPY 80 低于起催金额 JPY 100");
  });

  test("a customer without a grade has one in words too", () => {
    expect(say({ code: "grace", grade: null, days: 3 })).toBe("未评级客户有 3 天宽限期，已过");
  });

  test("the way items enter is named, whether a rule or a step", () => {
    expect(say({ code: "entry", entry: "by_age", liveOn: "2026-11-01" })).toContain("按逾期天数");
    expect(say({ code: "entry", entry: "first-letter", liveOn: "2026-11-01" })).toContain(
      "首次催款函",
    );
  });

  test("a reason that came later is shown by its code, not hidden", () => {
    expect(say({ code: "moon_is_full" })).toContain("moon_is_full");
  });
});
