/** Lines of the bank: what the bank wrote, what became of it, and what may be done with it. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { BankLineId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import {
  type BankLineRow,
  findBankLineRow,
  listBankLineWindow,
  listLineCounts,
  listOwnAccounts,
} from "../store/bank-line-rows.ts";
import type { LineState } from "../store/bank-lines.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { customerOrNobody } from "./receipt-brief.ts";
import { DAY_KEY, windowOf } from "./windowed.ts";

const SIZE = 100;

/** A line and its buttons: what is decided already says so. */
export function shownLine({ may }: Sight, row: BankLineRow) {
  const { minor, currency, statement, statementNumber, format, because, ...line } = row;
  const amount = money(minor, currency);
  return {
    id: line.id,
    statement: { id: statement, number: statementNumber, format },
    place: line.place,
    account: line.account,
    bookedOn: line.bookedOn,
    valueOn: line.valueOn,
    amount,
    payerName: line.payerName,
    payerAccount: line.payerAccount,
    payerBank: line.payerBank,
    bankReference: line.bankReference,
    payerReference: line.payerReference,
    remark: line.remark,
    method: line.method,
    returned: line.returned,
    state: line.state,
    what: line.what,
    customer: customerOrNobody(row),
    receipt: receiptOf(row),
    application: applicationOf(row),
    duplicateOf: line.duplicateOf,
    byHand: line.byHand,
    because: because ?? [],
    decidedBy: line.decidedBy,
    decidedAt: line.decidedAt,
    can: {
      match: line.state === "open" ? may("cash:apply") : { code: "line_not_open" },
      ignore: canIgnore(row) ?? may("line:ignore"),
      reopen: line.state === "ignored" ? may("line:ignore") : { code: "line_not_ignored" },
      undo: line.application === null ? { code: "application_not_found" } : may("cash:undo"),
    },
  };
}

/** Why it can't be left out; null: nothing stands in the way. */
function canIgnore({ state, customer }: BankLineRow) {
  if (state !== "open") return { code: "line_not_open" };
  return customer === null ? null : { code: "receipt_already_identified", customer };
}

function receiptOf({ receipt, receiptNumber, receiptState, rest, currency }: BankLineRow) {
  if (receipt === null || receiptState === null || receiptState === "ignored") return null;
  const unapplied = money(rest ?? 0n, currency);
  return { id: receipt, number: receiptNumber ?? "", state: receiptState, unapplied };
}

function applicationOf({ application, madeBy, confidence, actor }: BankLineRow) {
  if (application === null || madeBy === null) return null;
  return { id: application, madeBy, confidence, actor: actor ?? "" };
}

export type LinesWanted = {
  readonly state?: LineState | undefined;
  readonly account?: string | undefined;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  readonly text?: string | undefined;
  readonly after?: string | undefined;
};

/** A window, the latest first; the counts are of everything asked for but the state. */
export async function viewBankLines(sight: Sight, wanted: LinesWanted) {
  const { tx, creditor } = sight;
  const asked = {
    state: wanted.state ?? null,
    account: wanted.account ?? null,
    from: wanted.from ?? null,
    to: wanted.to ?? null,
    text: wanted.text || null,
  };
  const after = readCursor(wanted.after, DAY_KEY);
  const found = await listBankLineWindow(tx, creditor.id, asked, after, SIZE);
  const { rows, next } = windowOf(found, SIZE, ({ bookedOn }) => bookedOn);
  const counts = await listLineCounts(tx, creditor.id, asked);
  const count = (state: LineState) => counts.find((one) => one.state === state)?.count ?? 0;
  return {
    rows: rows.map((row) => shownLine(sight, row)),
    next,
    accounts: await listOwnAccounts(tx, creditor.id),
    counts: { open: count("open"), booked: count("booked"), ignored: count("ignored") },
  };
}

/** One line; null when there is none. */
export async function viewBankLine(sight: Sight, id: BankLineId) {
  const row = await findBankLineRow(sight.tx, sight.creditor.id, id);
  return row === null ? null : shownLine(sight, row);
}
