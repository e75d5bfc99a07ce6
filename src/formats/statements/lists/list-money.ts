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

/** What a list's amount column shows as a whole. */
export type AmountHabit = {
  /** Marked rows: `signed` where money out has a minus as well, `unclear` where only some has. */
  readonly marked: "unsigned" | "signed" | "unclear";
  /** Some amounts have a sign, so that one without is money in. */
  readonly hasSigns: boolean;
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
    if (!(neither && row.has("amount"))) return byColumns(row, coming, going);
  }
  return row.has("mark") ? byMark(row, unit, habit) : bySign(row, unit);
};

type Read = Money | null | "unreadable";

function byColumns(row: ListRow, coming: Read, going: Read): Moved {
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
  return sided(amount, side, isNegative(amount));
}

/** `amount` without the sign that its column gives; a negative one is booked in red. */
const sided = (amount: Money, side: Side, red: boolean): Moved =>
  moved([{ amount: side === "in" ? amount : negate(amount) }], red);

function byMark(row: ListRow, unit: Currency, { marked }: AmountHabit): Moved {
  const amount = amountIn(row.raw("amount"), unit);
  if (amount === null || amount === "unreadable") {
    return unreadableMoney("amount", row.raw("amount"));
  }
  const side = sideOf(row.text("mark"));
  if (isZero(amount)) return still("zero_amount");
  if (side === null) return unreadableMoney("mark", row.text("mark"));
  if (marked === "unclear" && isNegative(amount)) {
    return unreadableMoney("mark", `${row.text("mark")} ${row.raw("amount")}`);
  }
  if (marked === "signed") return moved([{ amount }], isPositive(amount) !== (side === "in"));
  return sided(amount, side, isNegative(amount));
}

function bySign(row: ListRow, unit: Currency): Moved {
  const amount = amountIn(row.raw("amount"), unit);
  if (amount === null || amount === "unreadable") {
    return unreadableMoney("amount", row.raw("amount"));
  }
  return isZero(amount) ? still("zero_amount") : moved([{ amount }]);
}

/** Looks at all rows of a list, since a single one does not tell how its column is signed. */
export function amountHabit(rows: readonly ListRow[]): AmountHabit {
  let [plainOut, minusOut, hasSigns] = [0, 0, false];
  for (const row of rows) {
    const text = row.raw("amount");
    const minus = /^\(?[^\d]*-|^\(|-$/.test(text.normalize("NFKC").trim());
    if (minus || /^\s*[+＋]/.test(text)) hasSigns = true;
    if (sideOf(row.text("mark")) !== "out" || !/[1-9]/.test(text)) continue;
    if (minus) minusOut += 1;
    else plainOut += 1;
  }
  const unclear = minusOut > 0 && plainOut > 0;
  return { marked: unclear ? "unclear" : minusOut > 0 ? "signed" : "unsigned", hasSigns };
}
