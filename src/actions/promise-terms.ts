/** What a promise is judged against: the customer's items and what is free of each, the policy. */
import { countMoney } from "../domain/desk/promise-money.ts";
import {
  judgePromise,
  type PromiseChannel,
  type PromiseOffer,
  type PromiseRefusal,
  type PromiseToPay,
} from "../domain/desk/promise-to-pay.ts";
import { parsePolicy } from "../domain/strategy/policy.ts";
import { restingOf } from "../domain/strategy/resting.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { ContactId, CustomerId, PromiseId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { type Result, refuse } from "../domain/values/result.ts";
import { loadDunningAccounts } from "../store/dunning-accounts.ts";
import { findPolicy } from "../store/policies.ts";
import { countBroken, insertPromise, isContactOf } from "../store/promises.ts";
import type { Context } from "./action.ts";

/** An offer as a person wrote it down. */
export type WrittenOffer = PromiseOffer & {
  /** Who said so, as a person would write it. */
  readonly takenFrom: string | null;
  readonly contact?: ContactId | null;
  readonly channel?: PromiseChannel | null;
  readonly note?: string | null;
  /** Why one more is taken although too many were broken; for who decides on requests. */
  readonly overruled?: string | null;
};

export type OfferRefusal =
  | PromiseRefusal
  | { readonly code: "policy_missing" }
  | { readonly code: "contact_not_found" }
  | { readonly code: "not_permitted"; readonly permission: "approval:decide" };

export type Taken = { readonly id: PromiseId; readonly judgeOn: PlainDate };

/** What is free of each open item: neither disputed nor under an agreement nor promised. */
export async function loadPromisable(
  { tx, creditorId, today }: Pick<Context, "tx" | "creditorId" | "today">,
  customer: CustomerId,
) {
  const asked = [{ id: customer, grade: null }];
  const [account] = await loadDunningAccounts(tx, creditorId, asked, today);
  if (account === undefined) return [];
  const counted = { ...account, promises: countMoney(account.promises, account.money) };
  return account.items.map((item) => ({
    id: item.id,
    open: money(item.open, item.currency),
    free: money(restingOf(item, counted, today).free, item.currency),
  }));
}

/** Judges an offer of a locked customer and writes it down. */
export async function takeOffer(
  context: Context,
  customer: CustomerId,
  offer: WrittenOffer,
  replaces: PromiseId | null,
): Promise<Result<PromiseToPay & Taken, OfferRefusal>> {
  const { tx, creditorId, today, now, actor, newId } = context;
  const stored = await findPolicy(tx, creditorId);
  const policy = stored === null ? null : parsePolicy(stored.body);
  if (policy === null || !policy.ok) return refuse({ code: "policy_missing" });
  const { contact = null, overruled = null, takenFrom, channel = null, note = null } = offer;
  if (contact !== null && !(await isContactOf(tx, creditorId, customer, contact))) {
    return refuse({ code: "contact_not_found" });
  }
  if (overruled !== null && !actor.permissions.has("approval:decide")) {
    return refuse({ code: "not_permitted", permission: "approval:decide" });
  }
  const items = await loadPromisable(context, customer);
  const broken = await countBroken(tx, creditorId, customer);
  const account = { items, broken, overruled: overruled !== null };
  const judged = judgePromise(offer, account, policy.value.promises, today);
  if (!judged.ok) return judged;
  const id = newId<PromiseId>();
  const written = { takenFrom, contact, channel, note, overruledReason: overruled, replaces };
  const when = { takenOn: today, takenAt: now, takenBy: actor.name };
  await insertPromise(tx, creditorId, { ...judged.value, id, customer, ...written, ...when });
  return { ok: true, value: { ...judged.value, id } };
}
