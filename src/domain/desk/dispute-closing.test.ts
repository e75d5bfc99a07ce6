/** Closing, crediting, linking and reopening: what is allowed, and the fact that forbids it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../values/calendar.ts";
import { currency, money, moneyOf, zero } from "../values/money.ts";
import {
  CLOSING_OUTCOMES,
  judgeClosing,
  judgeCredit,
  judgeLink,
  judgeReopening,
  outcomeOf,
} from "./dispute-closing.ts";

const CNY = currency("CNY");
const yuan = (minor: bigint) => money(minor, CNY);
const anyMinor = fc.bigInt({ min: 0n, max: 500n });

test("who was right must be said; credited and withdrawn say it themselves", () => {
  const judged = CLOSING_OUTCOMES.map((outcome) => judgeClosing("open", outcome, " ").ok);
  expect(judged).toEqual([true, false, false, true]);
  expect(judgeClosing("answered", "rejected", " 检验合格 ")).toMatchObject({ value: "检验合格" });
  expect(judgeClosing("closed", "withdrawn", null)).toMatchObject({
    refusal: { code: "dispute_is_closed" },
  });
});

test("partially credited exactly where a part was credited and a part is chased again", () => {
  const none = zero(CNY);
  const parts = { disputed: none, paid: none, writtenOff: none };
  const closed = (credited: bigint, chased: bigint) => ({
    ...parts,
    credited: yuan(credited),
    chasedAgain: yuan(chased),
  });
  expect(outcomeOf("credited", closed(5n, 5n))).toBe("partially_credited");
  expect(outcomeOf("credited", closed(10n, 0n))).toBe("credited");
  expect(outcomeOf("credited", closed(0n, 10n))).toBe("credited");
  expect(outcomeOf("rejected", closed(5n, 5n))).toBe("rejected");
});

test("a credit is more than nothing and at most what is disputed", () => {
  fc.assert(
    fc.property(anyMinor, anyMinor, (credit, disputed) => {
      const judged = judgeCredit(yuan(credit), "answered", yuan(disputed));
      expect(judged.ok).toBe(credit > 0n && credit <= disputed);
    }),
  );
  const dollars = judgeCredit(moneyOf("1.00", "USD"), "open", yuan(100n));
  expect(dollars).toMatchObject({ refusal: { code: "dispute_in_other_currency" } });
  expect(judgeCredit(yuan(1n), "closed", yuan(0n))).toMatchObject({
    refusal: { code: "dispute_is_closed" },
  });
});

describe("a credit memo of the book", () => {
  test("credits what it has and what it did, never more than is disputed", () => {
    fc.assert(
      fc.property(anyMinor, anyMinor, anyMinor, (open, applied, disputed) => {
        const judged = judgeLink({ open: yuan(open), applied: yuan(applied) }, yuan(disputed));
        expect(judged.ok).toBe(disputed > 0n && open + applied > 0n);
        if (!judged.ok) return;
        const { credit, apply } = judged.value;
        const most = open + applied < disputed ? open + applied : disputed;
        expect(credit.minor).toBe(most);
        expect(apply.minor <= open).toBe(true);
        expect(apply.minor).toBe(applied >= disputed ? 0n : most - applied);
      }),
    );
  });

  test("of another currency, or used up elsewhere, is none", () => {
    const dollars = moneyOf("1.00", "USD");
    expect(judgeLink({ open: dollars, applied: dollars }, yuan(1n))).toMatchObject({
      refusal: { code: "dispute_in_other_currency" },
    });
    expect(judgeLink({ open: yuan(0n), applied: yuan(0n) }, yuan(1n))).toMatchObject({
      refusal: { code: "credit_memo_used_up" },
    });
  });
});

describe("taking it up again", () => {
  const closed = {
    state: "closed",
    closedOn: plainDate("2026-03-10"),
    rest: yuan(100n),
  } as const;
  const on = (day: string, different: Partial<Parameters<typeof judgeReopening>[0]> = {}) =>
    judgeReopening({ ...closed, ...different }, " 客户补充证据 ", 30, plainDate(day));

  test("within thirty days of its closing, with a reason and a rest", () => {
    expect(on("2026-04-09")).toMatchObject({ value: "客户补充证据" });
    expect(on("2026-04-10")).toMatchObject({
      refusal: { code: "dispute_reopened_too_late", latest: "2026-04-09" },
    });
    expect(on("2026-03-11", { rest: yuan(0n) })).toMatchObject({
      refusal: { code: "dispute_has_no_rest" },
    });
    expect(on("2026-03-11", { state: "answered", closedOn: null })).toMatchObject({
      refusal: { code: "dispute_is_not_closed" },
    });
    const wordless = judgeReopening(closed, "  ", 30, plainDate("2026-03-11"));
    expect(wordless).toMatchObject({ refusal: { code: "reason_missing" } });
  });
});
