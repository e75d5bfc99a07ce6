/** Applies a receipt as a person decided, inside the transaction of whoever asks for it. */
import type { Because } from "../domain/book/booking.ts";
import { lessonsOf, type PayerLesson } from "../domain/cash/learned-payer.ts";
import { itemNumberOf } from "../domain/cash/receipt.ts";
import {
  type SettledBy,
  type SettledMoney,
  type SettledReceipt,
  settleReceipt,
} from "../domain/cash/settle-receipt.ts";
import type { SettlementRefusal, SettlementWish } from "../domain/cash/settlement.ts";
import { judgeSides } from "../domain/cash/settlement-items.ts";
import { storedSettlement } from "../domain/cash/stored-settlement.ts";
import type {
  ApplicationId,
  BankLineId,
  CustomerId,
  PayerAliasId,
  ReceiptId,
} from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { insertApplications } from "../store/applications.ts";
import { lockBankLine, updateLineDecisions } from "../store/bank-lines.ts";
import { insertBooking } from "../store/items.ts";
import { listMatchCustomers } from "../store/match-rows.ts";
import { insertLearnedAliases } from "../store/payer-aliases.ts";
import {
  type LockedReceipt,
  listTakenItemNumbers,
  lockReceipt,
  updateReceiptsIdentified,
} from "../store/receipts.ts";
import { lockSettlementItems } from "../store/settlement-items.ts";
import type { Context } from "./action.ts";
import { loadCashRules } from "./load-cash-rules.ts";

export type ReceiptApplied = {
  readonly receipt: ReceiptId;
  readonly customer: CustomerId;
  readonly wish: SettlementWish;
  /** Why more is given up than the policy allows by itself. */
  readonly reason: string | null;
  readonly learn: boolean;
  /** Refused where its bank line was decided on meanwhile. */
  readonly whileWaiting: boolean;
  /** Parts per 1000, where a proposal was accepted as it was. */
  readonly confidence: number | null;
  readonly because: readonly Because[];
};

export type Applied = {
  readonly application: ApplicationId;
  readonly receipt: ReceiptId;
  readonly line: BankLineId | null;
};

export type ApplyRefusal =
  | SettlementRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "receipt_not_found" }
  | { readonly code: "receipt_is_returned" }
  | { readonly code: "receipt_is_ignored" }
  | { readonly code: "line_not_open" }
  | { readonly code: "receipt_already_identified"; readonly customer: CustomerId };

/** What stands in the way of applying it for this customer; null: nothing. */
function refusalOf(receipt: LockedReceipt, customer: CustomerId): ApplyRefusal | null {
  if (receipt.state === "returned") return { code: "receipt_is_returned" };
  if (receipt.state === "ignored") return { code: "receipt_is_ignored" };
  const { customerId } = receipt;
  if (customerId === null || customerId === customer) return null;
  return { code: "receipt_already_identified", customer: customerId };
}

/**
 * Names the customer where the receipt has none, settles what is wished against what is open under
 * the locks, and marks the bank's line. The customer is woken: its plan and promises follow.
 */
export async function applyReceipt(
  context: Context,
  asked: ReceiptApplied,
): Promise<Result<Applied & { readonly money: SettledMoney }, ApplyRefusal>> {
  const { tx, creditorId, today, newId } = context;
  const { customer, wish } = asked;
  if ((await lockCustomer(tx, creditorId, customer)) === null) {
    return refuse({ code: "customer_not_found" });
  }
  const receipt = await lockReceipt(tx, creditorId, asked.receipt);
  if (receipt === null) return refuse({ code: "receipt_not_found" });
  const { bankLineId } = receipt;
  const line = bankLineId === null ? null : await lockBankLine(tx, creditorId, bankLineId);
  if (asked.whileWaiting && line?.state !== "open") return refuse({ code: "line_not_open" });
  const refusal = refusalOf(receipt, customer);
  if (refusal !== null) return refuse(refusal);
  const named = [...wish.allocations, ...wish.credits].map(({ itemId }) => itemId);
  const own = receipt.itemId === null ? [] : [receipt.itemId];
  const items = await lockSettlementItems(tx, creditorId, [...new Set([...named, ...own])]);
  const sides = judgeSides(wish, items);
  if (!sides.ok) return sides;
  const open = new Map(items.map((item) => [item.id, item]));
  const rules = await loadCashRules(tx, creditorId);
  const { reason, because } = asked;
  // Giving up more than the policy does is for whoever may waive; others are bound as by itself.
  const waives = context.actor.permissions.has("cash:waive");
  const by = { rules, by: settledBy(waives), reason, today, newId, because };
  const rest = receipt.itemId === null ? receipt.amount : open.get(receipt.itemId)?.open;
  const standing = await standingOf(context, receipt, rest ?? receipt.amount);
  const settled = settleReceipt(standing, customer, wish, open, by);
  if (!settled.ok) return settled;
  const waits = line?.state === "open" ? line.id : null;
  const application = await store(context, asked, receipt, settled.value, waits);
  const ids = { application, receipt: receipt.id, line: bankLineId };
  return ok({ ...ids, money: settled.value });
}

const settledBy = (waives: boolean): SettledBy["by"] => (waives ? "person" : "itself");

async function standingOf(
  { tx, creditorId }: Context,
  { number, amount, receivedOn, method, remark, itemId }: LockedReceipt,
  rest: SettledReceipt["rest"],
): Promise<SettledReceipt> {
  const booked = { amount, receivedOn, method, reference: remark, rest, itemId };
  if (itemId !== null) return { ...booked, number, standing: "identified" };
  const taken = await listTakenItemNumbers(tx, creditorId, [number]);
  return { ...booked, number: itemNumberOf(number, taken), standing: "unidentified" };
}

async function store(
  context: Context,
  { customer, learn, confidence, because }: ReceiptApplied,
  receipt: LockedReceipt,
  { booking, itemId, entryId, settlement }: SettledMoney,
  waits: BankLineId | null,
): Promise<ApplicationId> {
  const { tx, creditorId, today, now, actor, newId } = context;
  const { id: receiptId } = receipt;
  await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, booking);
  const identified = receipt.itemId === null;
  if (identified) {
    const whose = { id: receiptId, customerId: customer, itemId };
    await updateReceiptsIdentified(tx, creditorId, [whose]);
  }
  const learned = learn ? await learnPayer(context, receipt, customer) : [];
  const id = newId<ApplicationId>();
  await insertApplications(tx, creditorId, [
    {
      ...{ id, receiptId, customerId: customer, entryId, identified, learned, because },
      ...{ madeBy: "person", actor: actor.name, confidence, appliedOn: today, appliedAt: now },
      settlement: storedSettlement(settlement),
    },
  ]);
  if (waits !== null) {
    const booked = { id: waits, state: "booked", what: "receipt", duplicateOf: null } as const;
    const decided = { judgement: null, because, decidedBy: actor.name, decidedAt: now };
    await updateLineDecisions(tx, creditorId, [{ ...booked, ...decided, byHand: false }]);
  }
  return id;
}

/** Remembers who paid, where that is not the customer by its own name and account. */
async function learnPayer(
  { tx, creditorId, today, actor, newId }: Context,
  receipt: LockedReceipt,
  customerId: CustomerId,
): Promise<readonly PayerLesson[]> {
  const [own] = await listMatchCustomers(tx, creditorId, [customerId]);
  const lessons = own === undefined ? [] : lessonsOf(receipt, own);
  const aliases = lessons.map(([kind, value]) => ({
    ...{ id: newId<PayerAliasId>(), customerId, kind, value },
  }));
  if (aliases.length === 0) return [];
  const from = { on: today, by: actor.name, from: receipt.id };
  await insertLearnedAliases(tx, creditorId, aliases, from);
  return lessons;
}
