/** The policy's worklist section: how many points each rule may give, and where it gives all. */
import { type Money, moneyOf } from "../values/money.ts";
import { amountsOf, fieldOf, isAbsent, type Mapping, mappingOf, wholeOr } from "./policy-fields.ts";

/** The most points of each rule; 0 leaves it out. */
export type WorkWeights = {
  readonly amount: number;
  readonly daysLate: number;
  readonly grade: number;
  readonly brokenPromise: number;
  readonly limitation: number;
  readonly lastContact: number;
  readonly customerValue: number;
};

export type WorklistPolicy = {
  readonly points: WorkWeights;
  /** From this sum past due on the amount gives all its points; a currency each. */
  readonly largeAmount: readonly Money[];
  /** From these sales in twelve months on the customer's value gives all its points. */
  readonly largeSales: readonly Money[];
  /** From so many days past due on there are all points for being late. */
  readonly oldDays: number;
  /** So many days without a contact give all points. */
  readonly silentDays: number;
};

const FIELDS = ["points", "large_amount", "large_sales", "old_days", "silent_days"];
const WEIGHTS = [
  "amount",
  "days_late",
  "grade",
  "broken_promise",
  "limitation",
  "last_contact",
  "customer_value",
];

const each = (amounts: Readonly<Record<string, string>>): readonly Money[] =>
  Object.entries(amounts).map(([unit, text]) => moneyOf(text, unit));

const LARGE_AMOUNT = each({
  CNY: "1000000.00",
  USD: "150000.00",
  EUR: "150000.00",
  HKD: "1000000.00",
});
const LARGE_SALES = each({
  CNY: "10000000.00",
  USD: "1500000.00",
  EUR: "1500000.00",
  HKD: "10000000.00",
});

/** What holds where a policy says nothing. */
export const USUAL_WORKLIST: WorklistPolicy = {
  points: {
    amount: 25,
    daysLate: 20,
    grade: 10,
    brokenPromise: 15,
    limitation: 10,
    lastContact: 10,
    customerValue: 10,
  },
  largeAmount: LARGE_AMOUNT,
  largeSales: LARGE_SALES,
  oldDays: 180,
  silentDays: 30,
};

function amountsOr(mapping: Mapping, name: string, usual: readonly Money[]): readonly Money[] {
  const [input, at] = fieldOf(mapping, name);
  return isAbsent(input) ? usual : amountsOf(input, at);
}

function weightsOf(worklist: Mapping): WorkWeights {
  const [input, at] = fieldOf(worklist, "points");
  const mapping = mappingOf(isAbsent(input) ? {} : input, at, WEIGHTS);
  const weight = (name: string, points: number) => wholeOr(mapping, name, points, [0, 100]);
  const usual = USUAL_WORKLIST.points;
  return {
    amount: weight("amount", usual.amount),
    daysLate: weight("days_late", usual.daysLate),
    grade: weight("grade", usual.grade),
    brokenPromise: weight("broken_promise", usual.brokenPromise),
    limitation: weight("limitation", usual.limitation),
    lastContact: weight("last_contact", usual.lastContact),
    customerValue: weight("customer_value", usual.customerValue),
  };
}

/** The usual weights sum to a hundred; what is not written is usual. */
export function worklistOf(policy: Mapping): WorklistPolicy {
  const [input, at] = fieldOf(policy, "worklist");
  const mapping = mappingOf(isAbsent(input) ? {} : input, at, FIELDS);
  return {
    points: weightsOf(mapping),
    largeAmount: amountsOr(mapping, "large_amount", LARGE_AMOUNT),
    largeSales: amountsOr(mapping, "large_sales", LARGE_SALES),
    oldDays: wholeOr(mapping, "old_days", USUAL_WORKLIST.oldDays, [1, 3650]),
    silentDays: wholeOr(mapping, "silent_days", USUAL_WORKLIST.silentDays, [1, 366]),
  };
}
