/** What a bank's file holds, before anything is stored. */
import { countEntries, partKnown } from "../domain/cash/bank-line.ts";
import type { Statement, StatementEntry, StatementFile } from "../domain/cash/statement.ts";
import { judgeBalance } from "../domain/cash/statement-balance.ts";
import { judgeStatementFile } from "../domain/cash/statement-file.ts";
import { isPositive, type Money, total } from "../domain/values/money.ts";
import { listKnownLines } from "../store/bank-lines.ts";
import type { Sight } from "./look.ts";

const SHOWN = 20;

/** Every statement with its balance, the first lines, and whether it could be stored as it is. */
export async function viewStatement(sight: Sight, file: StatementFile, account: string | null) {
  const counted = countEntries(file.statements, account);
  const texts = counted.map(({ text }) => text);
  const book = await listKnownLines(sight.tx, sight.creditor.id, texts);
  const known = new Set(partKnown(counted, book).known);
  const judged = judgeStatementFile(file.statements, counted, account, null, sight.today);
  return {
    format: file.format,
    statements: file.statements.map((statement, at) => {
      const ofIt = counted.filter((one) => one.statement === at && known.has(one));
      return { ...headOf(statement), lines: statement.entries.length, known: ofIt.length };
    }),
    firstLines: counted.slice(0, SHOWN).map((one) => ({
      ...lineOf(one.entry),
      account: one.account,
      known: known.has(one),
    })),
    notices: file.statuses.length,
    storable: judged.ok,
    problem: judged.ok ? null : judged.refusal,
  };
}

function headOf(statement: Statement) {
  const { account, owner, currency, number, fromOn, toOn, opening, closing, entries } = statement;
  const { expected, difference, toldWrong } = judgeBalance(statement);
  const amounts = entries.map(({ amount }) => amount);
  const moneyIn: Money = total(amounts.filter(isPositive), currency);
  const moneyOut: Money = total(
    amounts.filter((amount) => !isPositive(amount)),
    currency,
  );
  return {
    ...{ account, owner, currency, number, fromOn, toOn, opening, closing, moneyIn, moneyOut },
    ...{ expected, difference },
    toldWrong: toldWrong.map(({ of, told, read }) => ({ code: "told_wrong", of, told, read })),
  };
}

const lineOf = (entry: StatementEntry) => ({
  place: entry.line,
  bookedOn: entry.bookedOn,
  valueOn: entry.valueOn,
  amount: entry.amount,
  payerName: entry.counterName,
  payerAccount: entry.counterAccount,
  payerBank: entry.counterBank,
  bankReference: entry.bankReference,
  payerReference: entry.payerReference,
  remark: entry.remark,
  method: entry.method,
  returned: entry.returned,
});
