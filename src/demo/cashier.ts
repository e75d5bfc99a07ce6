/** The demo's cashier: takes the bank's statement each day and settles what the desk asks about. */
import { createHash } from "node:crypto";
import { applyCash } from "../actions/apply-cash.ts";
import { takeStatement } from "../actions/import-statement.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import { returnPayment } from "../actions/return-payment.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { BankLineId, ReceiptId } from "../domain/values/ids.ts";
import { isPositive, money, subtract } from "../domain/values/money.ts";
import { assert } from "../domain/values/result.ts";
import { viewBankLines, viewInvoiceIds } from "../views/demo-desk.ts";
import { bankStatements, cameIn, type WorldLine } from "./bank.ts";
import { reopen, settle, type WorldPayment } from "./payer.ts";
import type { Play } from "./play-day.ts";

/** Lines a day that only a person can settle, while the desk is left to whoever opens the demo. */
const QUESTIONS_A_DAY = 2;

/** Takes the day's statements, and works the match desk unless that is left to a person. */
export async function takeMoney(
  play: Play,
  desk: Desk,
  payments: readonly WorldPayment[],
  day: PlainDate,
  leaveMoney: boolean,
): Promise<void> {
  const { world, bank } = play;
  const questions = leaveMoney ? QUESTIONS_A_DAY : 0;
  const statements = bankStatements(world, bank, payments, day, questions);
  if (statements.length === 0) return;
  settle(payments);
  const text = JSON.stringify(statements, (_, part: unknown) =>
    typeof part === "bigint" ? part.toString() : part,
  );
  const file = { format: "icbc", statements, statuses: [] };
  const taken = await perform(desk, takeStatement, {
    fileName: `网银流水${day.replaceAll("-", "")}.csv`,
    sha256: createHash("sha256").update(text).digest("hex"),
    account: null,
    insist: null,
    file,
    onProgress: () => {},
  });
  accepted(taken);
  if (!leaveMoney) await workMatchDesk(play, desk, day);
}

/** Settles each waiting line as its payer meant it, and books what came back. */
async function workMatchDesk(play: Play, desk: Desk, day: PlainDate): Promise<void> {
  const { waiting } = play.bank;
  const back = [...waiting.values()].flatMap(({ takesBack }) => takesBack ?? []);
  const asked = [...waiting.keys(), ...back];
  const lines = await viewBankLines(desk.database, desk.creditorId, asked);
  const receipts = new Map(lines.map(({ reference, receipt }) => [reference, receipt]));
  for (const { id, reference, state, receipt } of lines) {
    const truth = waiting.get(reference);
    if (truth === undefined) continue;
    waiting.delete(reference);
    if (state !== "open") continue;
    if (truth.takesBack === null) {
      assert(receipt !== null, "money that came in is a receipt");
      await settleReceipt(play, desk, receipt, truth);
    } else {
      await giveBack(desk, receipts.get(truth.takesBack) ?? null, id, day);
      reopen(play.world, truth.payment, day);
    }
  }
}

async function giveBack(
  desk: Desk,
  receipt: ReceiptId | null,
  bankLine: BankLineId,
  returnedOn: PlainDate,
): Promise<void> {
  assert(receipt !== null, "what comes back had come in");
  const outcome = await perform(desk, returnPayment, {
    ...{ kind: "bank_return", receipt, returnedOn, bankLine, notice: null },
    ...{ amount: null, charge: null, claimCharge: false },
    ...{ reasonCode: null, reasonText: "账户余额不足" },
  });
  accepted(outcome);
}

async function settleReceipt(
  { ids }: Play,
  desk: Desk,
  receipt: ReceiptId,
  { payment, shares }: WorldLine,
): Promise<void> {
  const { customer, minor } = payment;
  const whose = ids.get(customer.number);
  assert(whose !== undefined, "who pays is a customer");
  const numbers = shares.map(({ invoice }) => invoice.number);
  const items = await viewInvoiceIds(desk.database, desk.creditorId, numbers);
  const fee = subtract(money(minor, customer.currency), cameIn(payment));
  const done = await perform(desk, applyCash, {
    receipt,
    customer: whose,
    allocations: shares.flatMap(({ invoice, minor: share }) => {
      const item = items.get(invoice.number);
      if (item === undefined || share === 0n) return [];
      return [{ item, amount: money(share, customer.currency), paid: null }];
    }),
    credits: [],
    shortfall: isPositive(fee)
      ? { kind: "bank_fee", amount: fee, reason: "境外汇款中间行扣费", item: null }
      : null,
    rest: { kind: "open" },
    learn: true,
    proposal: null,
  });
  accepted(done);
}
