/** Whether a statement adds up: opening plus entries against closing, totals against entries. */
import { add, compare, isPositive, type Money, negate, subtract, total } from "../values/money.ts";
import type { Statement } from "./statement.ts";

/** A total that the file tells and its entries don't give. */
export type ToldWrong =
  | {
      readonly of: "inCount" | "outCount";
      readonly told: number;
      readonly read: number;
    }
  | { readonly of: "inSum" | "outSum" | "control"; readonly told: Money; readonly read: Money };

export type BalanceJudgement = {
  /** What the entries come to. */
  readonly sum: Money;
  /** The closing balance that opening and entries give; null where there is no opening. */
  readonly expected: Money | null;
  /** Closing less expected; null where the file doesn't tell both balances. */
  readonly difference: Money | null;
  readonly toldWrong: readonly ToldWrong[];
  /** Neither a difference nor a wrong total: safe to book without a person. */
  readonly addsUp: boolean;
};

/** Pure comparison: what to do about a difference is decided elsewhere. */
export function judgeBalance(statement: Statement): BalanceJudgement {
  const { entries, currency, opening, closing } = statement;
  const sum = total(
    entries.map(({ amount }) => amount),
    currency,
  );
  const expected = opening === null ? null : add(opening, sum);
  const difference = expected === null || closing === null ? null : subtract(closing, expected);
  const toldWrong = wrongTotals(statement);
  const even = difference === null || difference.minor === 0n;
  return { sum, expected, difference, toldWrong, addsUp: even && toldWrong.length === 0 };
}

function wrongTotals({ told, entries, currency }: Statement): readonly ToldWrong[] {
  if (told === null) return [];
  const amounts = entries.map(({ amount }) => amount);
  const coming = amounts.filter(isPositive);
  const going = amounts.filter((amount) => !isPositive(amount)).map(negate);
  const { control } = told;
  return [
    ...wrongCount("inCount", told.inCount, coming.length),
    ...wrongSum("inSum", told.inSum, total(coming, currency)),
    ...wrongCount("outCount", told.outCount, going.length),
    ...wrongSum("outSum", told.outSum, total(going, currency)),
    ...(control === undefined ? [] : wrongSum("control", control.told, control.read)),
  ];
}

const wrongCount = (
  of: "inCount" | "outCount",
  told: number | null,
  read: number,
): readonly ToldWrong[] => (told === null || told === read ? [] : [{ of, told, read }]);

const wrongSum = (
  of: "inSum" | "outSum" | "control",
  told: Money | null,
  read: Money,
): readonly ToldWrong[] => (told === null || compare(told, read) === 0 ? [] : [{ of, told, read }]);
