/** What follows a payment: a copy of its line, the same payment once more, its return, a refund. */
import type { SetLine, SetTruth } from "../../scripts/bench/cash-set.ts";
import { addDays, plainDate } from "../../src/domain/values/calendar.ts";
import { type Booked, bookLine, settle, type Year } from "./payer-year.ts";

const later = (year: Year, days: number, enter: () => void): void => {
  const on = addDays(plainDate(year.day), days);
  year.coming.push({ on, enter });
};

/** The same line as of another payment, with its own number. */
export const again = ({
  line,
  truth,
}: Booked): [
  Omit<SetLine, "id" | "date" | "bankRef">,
  Pick<SetTruth, "nameKind" | "customerId">,
] => {
  const { currency, amount, payerName, payerAccount, remark } = line;
  const { nameKind, customerId } = truth;
  return [
    { currency, amount, payerName, payerAccount, remark },
    { nameKind, customerId },
  ];
};

/** The bank's export holds the line twice. */
function copyLine(year: Year, original: Booked): void {
  const [said, told] = again(original);
  const { bankRef, id: duplicateOf } = original.line;
  bookLine(
    year,
    { ...said, bankRef },
    { ...told, kind: "duplicate_line", duplicateOf, expected: "ignore" },
  );
}

/** The customer pays once more what it has paid: it is kept on account, and mostly refunded. */
function payTwice(year: Year, original: Booked): void {
  const [said, told] = again(original);
  const { amount } = said;
  bookLine(year, said, { ...told, kind: "double_payment", onAccount: amount });
  if (year.chance.happens(60)) {
    later(year, year.chance.integer(2, 20), () => refund(year, original, amount));
  }
}

function refund(year: Year, { line, truth }: Booked, amount: number): void {
  const { payerName, payerAccount, currency } = line;
  const remark = year.chance.pick(["退多付款", "REFUND", "退款", "退回重复付款"]);
  bookLine(
    year,
    { currency, amount: -amount, payerName, payerAccount, remark },
    {
      kind: "refund_out",
      nameKind: truth.nameKind,
      customerId: truth.customerId,
      onAccount: -amount,
    },
  );
}

/** The bank takes the payment back; most are paid again some days later. */
function takeBack(year: Year, original: Booked): void {
  const [said, told] = again(original);
  const { line, truth } = original;
  const remark = year.chance.pick([
    "退汇 账号户名不符",
    "RETURNED AC04",
    `退回 原流水${line.bankRef}`,
    "退票",
  ]);
  bookLine(
    year,
    { ...said, amount: -line.amount, remark },
    { ...told, kind: "returned", reverses: line.id },
  );
  // Open again from the next day on: within a day, money out may stand before or after money in.
  later(year, 1, () => settle(year, truth.customerId ?? "", truth.allocations, -1));
  if (!year.chance.happens(70)) return;
  later(year, year.chance.integer(2, 6), () => {
    const customer = year.byId.get(truth.customerId ?? "");
    const stillOpen = truth.allocations.every(({ invoiceId, amount }) =>
      customer?.open.some(({ id, left }) => id === invoiceId && left >= amount),
    );
    const { kind, allocations, alternatives, decidable } = truth;
    if (!stillOpen || truth.creditNotes.length > 0) return;
    const { fee, discount, onAccount } = truth;
    const money = { fee, discount, onAccount, allocations, alternatives, decidable };
    bookLine(year, said, { ...told, kind: `${kind}_again`, ...money });
  });
}

/** What may follow a line. One without the bank's number has no copy: it would be a payment. */
export function follow(year: Year, booked: Booked): void {
  const { chance } = year;
  const { line, truth } = booked;
  if (truth.allocations.length === 0) return;
  const what = chance.integer(1, 100);
  const plain = truth.onAccount === 0 && truth.creditNotes.length === 0;
  if (what <= 2 && line.bankRef !== "") copyLine(year, booked);
  if (what === 3 || what === 4) later(year, chance.integer(0, 9), () => payTwice(year, booked));
  if (what === 5 && plain) later(year, chance.integer(1, 9), () => takeBack(year, booked));
}
