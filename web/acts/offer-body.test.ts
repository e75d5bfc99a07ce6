/** What is typed into the form of an offer becomes what the server takes, or nothing yet. */
import { describe, expect, test } from "vitest";
import { type OfferFields, offerOf } from "./offer-body.ts";

const chosen = new Map([["i-1", "1,000.00"]]);
const offer = (fields: OfferFields, kind: "repayment_plan" | "extension" | "discount") =>
  offerOf({ kind, currency: "CNY", chosen, fields, replaces: null });

const EQUAL = { scheduleKind: "equal", count: 3, every: "month", firstOn: "2026-12-01" } as const;

describe("a plan", () => {
  test("in equal parts, after a first payment", () => {
    const made = offer({ ...EQUAL, firstPayment: "100", reason: " 资金紧张 " }, "repayment_plan");
    expect(made?.body).toMatchObject({
      items: [{ item: "i-1", amount: { amount: "1000.00", currency: "CNY" } }],
      schedule: { kind: "equal", count: 3, firstPayment: { amount: "100.00", currency: "CNY" } },
      interest: null,
      reason: "资金紧张",
      clauses: { reservePenalty: true, guarantor: null },
    });
  });

  test("with own amounts, of which the last takes the rest", () => {
    const parts = [{ dueOn: "2026-12-01", amount: "400" }, { dueOn: "2027-01-04" }];
    expect(offer({ scheduleKind: "custom", parts }, "repayment_plan")?.body).toMatchObject({
      schedule: {
        parts: [
          { dueOn: "2026-12-01", amount: { amount: "400.00", currency: "CNY" } },
          { dueOn: "2027-01-04", amount: null },
        ],
      },
    });
  });

  test.each<[string, OfferFields]>([
    ["no first day", { scheduleKind: "equal", count: 3 }],
    ["a part without its day", { scheduleKind: "dates", parts: [{ dueOn: "2026-12-01" }, {}] }],
    ["no part", { scheduleKind: "custom", parts: [] }],
  ])("with %s is not complete", (_, fields) => {
    expect(offer(fields, "repayment_plan")).toBeNull();
  });

  test("bears the interest that is written, in per cent", () => {
    const bearing = { ...EQUAL, interestPer: "year", percent: "4.35" } as const;
    expect(offer(bearing, "repayment_plan")?.body).toMatchObject({
      interest: { percent: "4.35", per: "year" },
    });
    expect(offer({ ...bearing, percent: "lots" }, "repayment_plan")?.body).toMatchObject({
      interest: null,
    });
  });
});

test("a guarantor is joint for six months unless told otherwise", () => {
  expect(offer({ ...EQUAL, guarantor: "赵大股东" }, "repayment_plan")?.body.clauses).toMatchObject({
    guarantor: { name: "赵大股东", kind: "joint", months: 6 },
  });
});

test("a discount needs what is forgiven and the day; an extension takes days", () => {
  expect(offer({ forgiven: "20" }, "discount")).toBeNull();
  expect(offer({ forgiven: "20", payBy: "2026-12-05" }, "discount")?.body).toMatchObject({
    forgiven: { amount: "20.00", currency: "CNY" },
    payBy: "2026-12-05",
  });
  const days = new Map([["i-1", "2027-01-31"]]);
  const typed = { kind: "extension", currency: "CNY", chosen: days, replaces: null } as const;
  expect(offerOf({ ...typed, fields: {} })?.body).toMatchObject({
    items: [{ item: "i-1", newDueOn: "2027-01-31" }],
    reason: "–",
  });
});

test("nothing chosen is no offer", () => {
  const none = { currency: "CNY", chosen: new Map(), fields: EQUAL, replaces: null } as const;
  expect(offerOf({ kind: "repayment_plan", ...none })).toBeNull();
});
