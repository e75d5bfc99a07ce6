/** Facts of agreements' documents for tests. */
import type { AgreementPaper } from "../../src/domain/desk/agreement-paper.ts";
import { currency } from "../../src/domain/values/money.ts";
import { CLAUSES, on } from "./agreement-values.ts";
import { letterFacts } from "./letters.ts";

const cny = (amount: string) => ({ amount, currency: currency("CNY") });

/** 100,000.00 of one invoice in two parts with interest, of a creditor and its customer. */
export function paperOf(different: Partial<AgreementPaper> = {}): AgreementPaper {
  const { creditor, customer } = letterFacts();
  const item = {
    ...{ number: "25332000000109510719", issuedOn: on("2026-01-30"), dueOn: on("2026-03-31") },
    ...{ newDueOn: null, open: cny("100000.00"), amount: cny("100000.00"), forgiven: cny("0.00") },
  };
  const part = (place: number, day: string, interest: string, total: string) => ({
    ...{ place, dueOn: on(day), amount: cny("50000.00") },
    ...{ interest: cny(interest), total: cny(total) },
  });
  return {
    ...{ kind: "repayment_plan", language: "zh", number: "HKJH20260420-0007" },
    ...{ writtenOn: on("2026-04-20"), creditor, customer, items: [item] },
    instalments: [
      part(1, "2026-05-20", "357.53", "50357.53"),
      part(2, "2026-06-22", "196.64", "50196.64"),
    ],
    ...{ amount: cny("100000.00"), interest: cny("554.17"), forgiven: null },
    ...{ toPay: cny("100554.17"), lastOn: on("2026-06-22") },
    rate: { partsPerBillion: "43500000", per: "year" },
    ...{ graceDays: 3, missedForDefault: 2, clauses: CLAUSES },
    ...different,
  };
}

export const extensionPaper = (different: Partial<AgreementPaper> = {}): AgreementPaper => {
  const paper = paperOf();
  return {
    ...paper,
    ...{ kind: "extension", instalments: [], interest: null, rate: null, toPay: paper.amount },
    items: paper.items.map((item) => ({ ...item, newDueOn: on("2026-06-30") })),
    lastOn: on("2026-06-30"),
    ...different,
  };
};

export const discountPaper = (different: Partial<AgreementPaper> = {}): AgreementPaper => {
  const paper = paperOf();
  return {
    ...paper,
    ...{ kind: "discount", instalments: [], interest: null, rate: null, lastOn: on("2026-04-30") },
    ...{ forgiven: cny("2000.00"), toPay: cny("98000.00") },
    items: paper.items.map((item) => ({ ...item, forgiven: cny("2000.00") })),
    ...different,
  };
};
