/** A new creditor: the selling entity, its first policy, and who may keep it. */

import { type PolicyRefusal, parsePolicy } from "../domain/strategy/policy.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { type Currency, findCurrency } from "../domain/values/money.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findCreditorByCode, insertCreditor } from "../store/creditors.ts";
import { insertPolicy } from "../store/policies.ts";
import { defineSharedAction } from "./action.ts";
import type { PolicyText } from "./publish-policy.ts";

export type CreditorOffer = {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly uscc?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly bankName?: string;
  readonly bankAccount?: string;
  readonly homeCurrency?: string;
  readonly demo?: boolean;
  readonly policy: PolicyText;
};

export type CreateCreditorRefusal =
  | PolicyRefusal
  | { readonly code: "creditor_code_taken"; readonly creditor: string }
  | { readonly code: "creditor_code_malformed"; readonly creditor: string }
  | { readonly code: "currency_unknown"; readonly currency: string };

/** Refuses a code that is taken or is not made of letters, digits, `-` and `_` (at most 40). */
export const createCreditor = defineSharedAction<
  CreditorOffer,
  { readonly id: CreditorId },
  CreateCreditorRefusal
>({
  name: "create_creditor",
  permission: "creditor:edit",
  audited: ({ policy: _, ...rest }) => rest,
  async run({ tx, now, today, actor, newId }, offer) {
    if (!/^[A-Za-z0-9_-]{1,40}$/.test(offer.code)) {
      return refuse({ code: "creditor_code_malformed", creditor: offer.code });
    }
    if ((await findCreditorByCode(tx, offer.code)) !== null) {
      return refuse({ code: "creditor_code_taken", creditor: offer.code });
    }
    const homeCurrency: Currency | null = findCurrency(offer.homeCurrency ?? "CNY");
    if (homeCurrency === null) {
      return refuse({ code: "currency_unknown", currency: offer.homeCurrency ?? "" });
    }
    const policy = parsePolicy(offer.policy.body);
    if (!policy.ok) return policy;

    const id = newId<CreditorId>();
    await insertCreditor(tx, {
      id,
      code: offer.code,
      name: offer.name,
      nameEn: offer.nameEn ?? null,
      uscc: offer.uscc ?? null,
      address: offer.address ?? null,
      phone: offer.phone ?? null,
      email: offer.email ?? null,
      bankName: offer.bankName ?? null,
      bankAccount: offer.bankAccount ?? null,
      country: "CN",
      timeZone: "Asia/Shanghai",
      homeCurrency,
      testMode: true,
      demo: offer.demo ?? false,
      createdAt: now,
    });
    const { text, body } = offer.policy;
    await insertPolicy(tx, id, {
      version: 1,
      text,
      body,
      publishedOn: today,
      publishedBy: actor.name,
    });
    return ok({ id });
  },
});
