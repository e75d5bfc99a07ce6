/** How much a row moves and which way: in and out columns, a mark beside the amount, or a sign. */
import type { SkippedRow } from "../../../domain/cash/statement.ts";
import {
  type Currency,
  isNegative,
  isPositive,
  isZero,
  type Money,
  negate,
} from "../../../domain/values/money.ts";
import { amountIn } from "./list-cells.ts";
import type { ListRow } from "./list-row.ts";

export type Side = "in" | "out";

/** One amount of a row; a platform's fee is a second one. Money in is positive. */
export type Movement = {
  readonly amount: Money;
  readonly reference?: string;
  readonly remark?: string;
};

export type Moved =
  | {
      readonly what: "moved";
      readonly movements: readonly Movement[];
      /** Booked in red: a negative amount in the column of the other side takes a booking back. */
      readonly red: boolean;
    }
  | { readonly what: "still"; readonly because: SkippedRow["because"] }
  | { readonly what: "unreadable"; readonly field: "amount" | "mark"; readonly text: string };

/** How a list signs its amounts, which a single row does not tell. */
export type AmountHabit = {
  /** Marked rows: money out has a minus as well. */
  readonly markedSigned: boolean;
  /** The column of money out has a minus itself, so that a minus there is no booking in red. */
  readonly outSigned: boolean;
};

/** How a list's rows are turned into amounts. */
export type MoneyRule = (row: ListRow, unit: Currency, habit: AmountHabit) => Moved;

const IN =
  /^(?:贷|贷方|贷cr|收|收入|入|来账|来帐|转入|存入|入账|进账|进|cr|c|credit|in|deposit|\+)$/i;
const OUT =
  /^(?:借|借方|借dr|付|支|支出|出|往账|往帐|转出|支取|出账|付款|dr|d|debit|out|withdrawal|-)$/i;

/** The side that a mark names, as the bank sees it: 贷 is money into the customer's account. */
export function sideOf(mark: string): Side | null {
  const plain = mark.normalize("NFKC").replace(/[\s.()[\]]/g, "");
  if (IN.test(plain)) return "in";
  return OUT.test(plain) ? "out" : null;
}

export const moved = (movements: readonly Movement[], red = false): Moved => ({
  what: "moved",
  movements,
  red,
});
export const still = (because: SkippedRow["because"]): Moved => ({ what: "still", because });
export const unreadableMoney = (field: "amount" | "mark", text: string): Moved => ({
  what: "unreadable",
  field,
  text,
});

/** A list by its own columns, whichever of the three ways it has. */
export const bankMoney: MoneyRule = (row, unit, habit) => {
  if (row.has("in") || row.has("out")) {
    const [coming, going] = [amountIn(row.raw("in"), unit), amountIn(row.raw("out"), unit)];
    const neither = coming === null && going === null;
    if (!(neither && row.has("amount"))) return byColumns(row, coming, going, habit);
  }
  return row.has("mark") ? byMark(row, unit, habit) : bySign(row, unit);
};

type Read = Money | null | "unreadable";

function byColumns(row: ListRow, coming: Read, going: Read, habit: AmountHabit): Moved {
  if (coming === "unreadable") return unreadableMoney("amount", row.raw("in"));
  if (going === "unreadable") return unreadableMoney("amount", row.raw("out"));
  const filled = [coming, going].filter((amount) => amount !== null);
  const whole = filled.filter((amount) => !isZero(amount));
  if (filled.length === 0) return unreadableMoney("amount", "");
  if (whole.length === 0) return still("zero_amount");
  if (whole.length === 2) return unreadableMoney("amount", `${row.raw("in")} ${row.raw("out")}`);
  const [amount] = whole;
  const side: Side = amount === coming ? "in" : "out";
  const marked = sideOf(row.text("mark"));
  if (amount === undefined || (marked !== null && marked !== side)) {
    return unreadableMoney("mark", row.text("mark"));
  }
  if (side === "out" && habit.outSigned) return moved([{ amount }], isPositive(amount));
  return sided(amount, side, isNegative(amount));
}

/** `amount` without the sign that its column gives; a negative one is booked in red. */
const sided = (amount: Money, side: Side, red: boolean): Moved =>
  moved([{ amount: side === "in" ? amount : negate(amount) }], red);

function byMark(row: ListRow, unit: Currency, { markedSigned }: AmountHabit): Moved {
  const amount = amountIn(row.raw("amount"), unit);
  if (amount === null || amount === "unreadable") {
    return unreadableMoney("amount", row.raw("amount"));
  }
  const side = sideOf(row.text("mark"));
  if (isZero(amount)) return still("zero_amount");
  if (side === null) {
    const isSigned = hasMinus(row.raw("amount")) || hasPlus(row.raw("amount"));
    return isSigned ? moved([{ amount }]) : unreadableMoney("mark", row.text("mark"));
  }
  if (markedSigned) return moved([{ amount }], isPositive(amount) !== (side === "in"));
  return sided(amount, side, isNegative(amount));
}

/** 1,200.00 CR: the mark stands in the amount's cell. */
const MARK_BEHIND = /^(.*\d)\s*(cr|dr|贷|借)\.?$/i;

function bySign(row: ListRow, unit: Currency): Moved {
  const marked = MARK_BEHIND.exec(row.raw("amount").trim());
  const amount = amountIn(marked?.[1] ?? row.raw("amount"), unit);
  if (amount === null || amount === "unreadable") {
    return unreadableMoney("amount", row.raw("amount"));
  }
  if (isZero(amount)) return still("zero_amount");
  const side = sideOf(marked?.[2] ?? "");
  return side === null ? moved([{ amount }]) : sided(amount, side, isNegative(amount));
}

const hasMinus = (text: string): boolean => /^[^\d]*-|^\(|-$/.test(text.normalize("NFKC").trim());
const hasPlus = (text: string): boolean => /^\s*[+＋]/.test(text);
const isMarked = (text: string): boolean => MARK_BEHIND.test(text.trim());
const isAmount = (text: string): boolean => /[1-9]/.test(text);

/** Whether some amount has a sign, so that one without is money in. */
export const hasSigns = (rows: readonly ListRow[]): boolean =>
  rows.some(({ raw }) => [hasMinus, hasPlus, isMarked].some((has) => has(raw("amount"))));

/**
 * The ways in which a list may sign its amounts: one where its rows leave no doubt, else two, of
 * which the balances must prove one. Doubt is where some of the money out has a minus: it may be
 * the list's way, or a booking in red. `outHeading` may tell: 支出金额（-元）.
 */
export function amountHabits(rows: readonly ListRow[], outHeading: string): readonly AmountHabit[] {
  const going = rows.filter((row) => sideOf(row.text("mark")) === "out");
  const marked = doubt(going.map((row) => row.raw("amount")));
  const out = /\(\s*-/.test(outHeading.normalize("NFKC"))
    ? [true]
    : doubtInColumn(rows.map((row) => row.raw("out")));
  return marked.flatMap((markedSigned) => out.map((outSigned) => ({ markedSigned, outSigned })));
}

/** Beside a mark a minus on all money out is the list's way. */
function doubt(texts: readonly string[]): readonly boolean[] {
  const amounts = texts.filter(isAmount);
  const minus = amounts.filter(hasMinus).length;
  if (minus === 0) return [false];
  return minus === amounts.length ? [true] : [true, false];
}

/** In a column for money out alone, a minus is as likely a booking in red. */
function doubtInColumn(texts: readonly string[]): readonly boolean[] {
  const amounts = texts.filter(isAmount);
  const minus = amounts.filter(hasMinus).length;
  if (minus === 0 || minus < amounts.length) return [false];
  return [true, false];
}
