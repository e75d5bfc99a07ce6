/** A bank's file as a whole: whether it may be booked, and what a person has to insist on. */
import type { PlainDate } from "../values/calendar.ts";
import type { Money } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { accountOf, type CountedEntry, futureEntry } from "./bank-line.ts";
import type { Statement } from "./statement.ts";
import { type BalanceJudgement, judgeBalance, type ToldWrong } from "./statement-balance.ts";

/** A statement whose entries don't make its balances or totals, with the figures. */
export type StatementDifference = {
  readonly account: string;
  readonly number: string | null;
  readonly expected: Money | null;
  readonly closing: Money | null;
  readonly difference: Money | null;
  readonly toldWrong: readonly ToldWrong[];
};

export type StatementFileRefusal =
  | {
      readonly code: "statement_does_not_add_up";
      readonly statements: readonly StatementDifference[];
    }
  | {
      readonly code: "statement_line_in_future";
      readonly line: number;
      readonly day: PlainDate;
      readonly today: PlainDate;
    }
  | { readonly code: "reason_missing" };

/** The statements that do not add up. */
export const differencesOf = (
  statements: readonly Statement[],
  account: string | null,
): readonly StatementDifference[] =>
  statements.flatMap((statement) => {
    const { expected, difference, toldWrong, addsUp } = judgeBalance(statement);
    if (addsUp) return [];
    const { number, closing } = statement;
    const own = accountOf(statement, account);
    return [{ account: own, number, expected, closing, difference, toldWrong }];
  });

/**
 * A file whose balances or totals differ is booked only where a person insists with a reason; one
 * with a line of a day to come is never booked. Gives each statement's balance.
 */
export function judgeStatementFile(
  statements: readonly Statement[],
  counted: readonly CountedEntry[],
  account: string | null,
  insist: string | null,
  today: PlainDate,
): Result<readonly BalanceJudgement[], StatementFileRefusal> {
  const future = futureEntry(counted, today);
  if (future !== null) {
    const { line, bookedOn: day } = future;
    return refuse({ code: "statement_line_in_future", line, day, today });
  }
  if (insist !== null && insist.trim() === "") return refuse({ code: "reason_missing" });
  const differing = differencesOf(statements, account);
  if (differing.length > 0 && insist === null) {
    return refuse({ code: "statement_does_not_add_up", statements: differing });
  }
  return ok(statements.map(judgeBalance));
}
