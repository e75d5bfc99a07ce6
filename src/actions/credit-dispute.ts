/** Credits what is disputed, or a part of it: a credit memo is booked and the dispute closed. */
import { type CreditRefusal, judgeCredit } from "../domain/desk/dispute-closing.ts";
import { bookCredit, creditPrefix, nextCreditNumber } from "../domain/desk/dispute-credit.ts";
import type { DisputeId, ItemId } from "../domain/values/ids.ts";
import { type Money, zero } from "../domain/values/money.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { findLastCreditCount, isCreditNumberTaken } from "../store/dispute-items.ts";
import { insertBooking } from "../store/items.ts";
import { lockSettlementItems } from "../store/settlement-items.ts";
import { type Context, defineAction } from "./action.ts";
import { type DisputeNotFound, lockStandingDispute } from "./dispute-desk.ts";
import { endDispute } from "./end-dispute.ts";

export type CreditDispute = {
  readonly id: DisputeId;
  readonly amount: Money;
  /** Of the credit memo, as the ERP or the tax bureau has it; null: the next one of the day. */
  readonly number: string | null;
  readonly said: string | null;
};

type NumberTaken = { readonly code: "credit_number_taken"; readonly number: string };
type Refusal = CreditRefusal | DisputeNotFound | NumberTaken;

/** A credit gives a claim up: for whoever may waive. */
export const creditDispute = defineAction<
  CreditDispute,
  { readonly id: DisputeId; readonly creditMemo: ItemId; readonly number: string },
  Refusal
>({
  name: "credit_dispute",
  permission: "cash:waive",
  async run(context, { id, amount, number: given, said }) {
    const { tx, creditorId, today, actor, newId } = context;
    const standing = await lockStandingDispute(context, id);
    if (standing === null) return refuse({ code: "dispute_not_found" });
    const { dispute, parts } = standing;
    const disputed = parts?.disputed ?? zero(dispute.amount.currency);
    const credit = judgeCredit(amount, dispute.state, disputed);
    if (!credit.ok) return credit;
    if (parts === null) return refuse({ code: "dispute_is_closed" });
    const { item, customer, itemNumber, itemIssuedOn } = dispute;
    await lockSettlementItems(tx, creditorId, [item]);
    const number = await numberOf(context, given);
    if (!number.ok) return number;
    const claim = { id: item, customer, number: itemNumber, issuedOn: itemIssuedOn };
    const because = [{ code: "dispute_credited", dispute: id, by: actor.name }];
    const made = { claim, amount: credit.value, number: number.value };
    const { item: memo, booking } = bookCredit(made, newId, today, because);
    await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, booking);
    await endDispute(context, dispute, parts, {
      outcome: "credited",
      said: said?.trim() || null,
      credit: credit.value,
      creditItem: { id: memo, number: number.value },
    });
    return ok({ id, creditMemo: memo, number: number.value });
  },
});

async function numberOf(
  { tx, creditorId, today }: Context,
  given: string | null,
): Promise<Result<string, NumberTaken>> {
  const number = given?.trim() || null;
  if (number === null) {
    const last = await findLastCreditCount(tx, creditorId, creditPrefix(today));
    return ok(nextCreditNumber(today, last));
  }
  const taken = await isCreditNumberTaken(tx, creditorId, number);
  return taken ? refuse({ code: "credit_number_taken", number }) : ok(number);
}
