/** The seller's bank in the demo world: what was paid on a day as the lines of its statements. */
import type { Statement, StatementEntry } from "../domain/cash/statement.ts";
import { addDays, isWorkingDay, type PlainDate } from "../domain/values/calendar.ts";
import { type Currency, currency, type Money, money, negate } from "../domain/values/money.ts";
import { questionOf } from "./bank-questions.ts";
import { payDay, sharesOf, type WorldPayment } from "./payer.ts";
import type { World, WorldCustomer } from "./world.ts";

/** What the bank remembers: its balances, its numbers, and what each line was in truth. */
export type WorldBank = {
  readonly balances: Map<Currency, bigint>;
  /** What the lines are that the cashier has not looked at, by the bank's reference. */
  readonly waiting: Map<string, WorldLine>;
  /** Payments that will come back, with the reference under which they came. */
  readonly bounces: { readonly on: PlainDate; readonly line: WorldLine; readonly of: string }[];
  counted: number;
  asked: number;
};

/** A line in truth: what its payment gave to which invoice, or which earlier line it takes back. */
export type WorldLine = {
  readonly payment: WorldPayment;
  readonly shares: ReturnType<typeof sharesOf>;
  readonly takesBack: string | null;
};

export const openBank = (): WorldBank => ({
  balances: new Map(),
  waiting: new Map(),
  bounces: [],
  counted: 0,
  asked: 0,
});

/** Bank charges that a payment from abroad loses on its way, in minor units. */
const WIRE_FEE = 2_500n;

const OWN_ACCOUNT: Readonly<Record<string, string>> = {
  CNY: "6222031102018007788",
  USD: "6222031102018007796",
  EUR: "6222031102018007804",
};
const accountOf = (unit: Currency): string => OWN_ACCOUNT[unit] ?? `6222031102018${unit}`;

type Drawn = Omit<StatementEntry, "line"> & { readonly unit: Currency };

/** One statement for each currency that moved, with balances that chain from day to day. */
export function bankStatements(
  world: World,
  bank: WorldBank,
  payments: readonly WorldPayment[],
  day: PlainDate,
  questions: number,
): readonly Statement[] {
  const drawn = [
    ...payments.map((payment) => paymentLine(world, bank, payment, day)),
    ...bounceLines(bank, day),
    ...questionLines(world, bank, day, questions),
    ...otherLines(world, bank, day),
  ];
  const units = [...new Set(drawn.map(({ unit }) => unit))];
  return units.map((unit) => {
    const entries = drawn
      .filter((entry) => entry.unit === unit)
      .map(({ unit: _, ...entry }, at) => ({ line: at + 2, ...entry }));
    const opening = bank.balances.get(unit) ?? 80_000_000n;
    const closing = entries.reduce((sum, { amount }) => sum + amount.minor, opening);
    bank.balances.set(unit, closing);
    return {
      account: accountOf(unit),
      owner: null,
      currency: unit,
      number: day.replaceAll("-", ""),
      fromOn: day,
      toOn: day,
      opening: money(opening, unit),
      closing: money(closing, unit),
      told: null,
      entries,
    };
  });
}

/** What came in of a payment: one from abroad loses the wire's fee. */
export const cameIn = ({ customer, minor }: WorldPayment): Money =>
  money(customer.language === "en" ? minor - WIRE_FEE : minor, customer.currency);

function paymentLine(world: World, bank: WorldBank, payment: WorldPayment, day: PlainDate): Drawn {
  const { customer } = payment;
  const bankReference = nextReference(bank, day);
  const line = { payment, shares: sharesOf(payment), takesBack: null };
  bank.waiting.set(bankReference, line);
  // Who is short of cash also writes orders that its bank does not carry out.
  if (customer.habit.name === "breaker" && customer.chance.happens(12)) {
    bank.bounces.push({ on: payDay(world, day, 2), line, of: bankReference });
  }
  return {
    ...plainLine(day, cameIn(payment), bankReference),
    counterName: payerOf(customer),
    counterAccount: `6217${customer.number.replace(/\D/g, "").padStart(12, "0")}`,
    remark: remarkOf(payment),
  };
}

/** So many lines that only a person can settle. */
function questionLines(
  world: World,
  bank: WorldBank,
  day: PlainDate,
  questions: number,
): readonly Drawn[] {
  const lines: Drawn[] = [];
  for (let at = 0; at < questions; at += 1) {
    const question = questionOf(world, day, bank.asked);
    bank.asked += 1;
    if (question === null) continue;
    const { amount, payer, remark } = question;
    const line = plainLine(day, amount, nextReference(bank, day));
    lines.push({ ...line, counterName: payer, remark });
  }
  return lines;
}

/** Payments that come back today: the bank takes the money out again and says why. */
function bounceLines(bank: WorldBank, day: PlainDate): readonly Drawn[] {
  const due = bank.bounces.filter(({ on }) => on <= day);
  for (const bounce of due) bank.bounces.splice(bank.bounces.indexOf(bounce), 1);
  return due.map(({ line, of }) => {
    const bankReference = nextReference(bank, day);
    bank.waiting.set(bankReference, { ...line, takesBack: of });
    return {
      ...plainLine(day, negate(cameIn(line.payment)), bankReference),
      counterName: payerOf(line.payment.customer),
      remark: "退票 账户余额不足",
      returned: { code: null, text: "账户余额不足", of },
    };
  });
}

/**
 * Every nineteenth customer pays through the parent of its group, under the parent's name; now and
 * then a person pays for the company.
 */
function payerOf({ company, number, language, contacts, chance }: WorldCustomer): string {
  if (language === "en") return (company.nameEn ?? company.name).toUpperCase();
  const place = Number(number.replace(/\D/g, ""));
  if (place % 19 === 7) return `${company.name.slice(0, 4)}控股集团有限公司`;
  return (chance.happens(4) ? contacts[0]?.name : undefined) ?? company.name;
}

/** Wide digits, as Chinese input methods write them. */
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Two digits of a number change places, as happens in typing. */
const mistyped = (number: string): string =>
  `${number.slice(0, -3)}${number.at(-2)}${number.at(-3)}${number.at(-1)}`;

/** What the payer writes: mostly the numbers, sometimes their ends, sometimes nothing of use. */
function remarkOf({ customer, silent, settles }: WorldPayment): string {
  const { chance, language } = customer;
  if (silent) return language === "en" ? "GOODS" : "货款";
  const short = settles.length > 2 || chance.happens(12);
  const numbers = settles.map(({ number }) => (short ? number.slice(-8) : number));
  if (language === "en") return `PAYMENT FOR ${numbers.join(" ")}`;
  const written = chance.happens(5) ? numbers.map(mistyped) : numbers;
  const text = `付货款 ${written.join("、")}`;
  return chance.happens(6) ? wide(text) : text;
}

const nextReference = (bank: WorldBank, day: PlainDate): string => {
  bank.counted += 1;
  return `JY${day.replaceAll("-", "")}${String(bank.counted).padStart(6, "0")}`;
};

const plainLine = (day: PlainDate, amount: Money, bankReference: string): Drawn => ({
  unit: amount.currency,
  bookedOn: day,
  valueOn: day,
  amount,
  counterName: null,
  counterAccount: null,
  counterBank: null,
  bankReference,
  payerReference: null,
  remark: null,
  method: "bank",
  returned: null,
});

const STRANGERS = ["江阴嘉树商贸有限公司", "太仓泊舟物资有限公司", "绍兴知行贸易有限公司"];

/** What every account sees besides customers: fees, interest, and now and then a stranger. */
function otherLines(world: World, bank: WorldBank, day: PlainDate): readonly Drawn[] {
  const { chance, calendar } = world;
  const cny = currency("CNY");
  const lines: Drawn[] = [];
  const add = (minor: bigint, facts: Partial<Drawn>) => {
    lines.push({ ...plainLine(day, money(minor, cny), nextReference(bank, day)), ...facts });
  };
  const lastOfMonth = day.slice(0, 7) !== addDays(day, 1).slice(0, 7);
  if (lastOfMonth && isWorkingDay(calendar, day)) {
    add(-12_000n, { remark: "网银服务费" });
    add(BigInt(chance.integer(900, 4_800)), { remark: "存款利息" });
  }
  if (chance.happens(1)) {
    add(BigInt(chance.integer(8_000, 95_000)) * 100n, {
      counterName: chance.pick(STRANGERS),
      remark: "货款",
    });
  }
  return lines;
}
