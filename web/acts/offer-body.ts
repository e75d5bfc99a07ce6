/** What was typed as the offer that goes to the server; null while it is not yet complete. */
import type { Offer, OfferKind } from "../queries/agreements-made.ts";
import { wireAmount } from "../ui/amount-field.tsx";
import type { OfferItems } from "./offer-items.tsx";

export type OfferFields = {
  readonly scheduleKind?: "equal" | "dates" | "custom";
  readonly count?: number | null;
  readonly every?: "week" | "two_weeks" | "month" | "quarter";
  readonly firstOn?: string | null;
  readonly firstPayment?: string;
  readonly parts?: readonly (
    | { readonly dueOn?: string | null; readonly amount?: string }
    | undefined
  )[];
  readonly interestPer?: "none" | "year" | "day";
  readonly percent?: string;
  readonly rollToWorkingDay?: boolean;
  readonly forgiven?: string;
  readonly payBy?: string | null;
  readonly reason?: string;
  readonly reservePenalty?: boolean;
  readonly acceleration?: "by_person" | "by_itself";
  readonly guarantor?: string;
  readonly guarantorKind?: "general" | "joint";
  readonly guarantorMonths?: number | null;
  readonly jurisdiction?: string;
  readonly serviceAddress?: string;
  readonly serviceEmail?: string;
  readonly waivesLimitation?: boolean;
};

type Typed = {
  readonly kind: OfferKind;
  readonly currency: string;
  readonly chosen: OfferItems;
  readonly fields: OfferFields;
  /** The agreement that this one takes the place of. */
  readonly replaces: string | null;
};

const text = (given: string | undefined): string | null => given?.trim() || null;

function scheduleOf(fields: OfferFields, currency: string) {
  const { scheduleKind = "equal", count, every = "month", firstOn, parts = [] } = fields;
  if (scheduleKind === "equal") {
    if (!count || !firstOn) return null;
    const first = text(fields.firstPayment);
    const firstPayment = first === null ? null : wireAmount(first, currency);
    return { kind: scheduleKind, count, every, firstOn, firstPayment };
  }
  const days = parts.flatMap((part) => (part?.dueOn ? [part.dueOn] : []));
  if (days.length === 0 || days.length < parts.length) return null;
  if (scheduleKind === "dates") return { kind: scheduleKind, days };
  const own = parts.map((part, at) => {
    const amount = text(part?.amount);
    return {
      dueOn: days[at] ?? "",
      amount: amount === null ? null : wireAmount(amount, currency),
    };
  });
  return { kind: scheduleKind, parts: own };
}

function clausesOf(fields: OfferFields) {
  const name = text(fields.guarantor);
  return {
    reservePenalty: fields.reservePenalty ?? true,
    acceleration: fields.acceleration ?? ("by_person" as const),
    guarantor:
      name === null
        ? null
        : { name, kind: fields.guarantorKind ?? "joint", months: fields.guarantorMonths ?? 6 },
    jurisdiction: text(fields.jurisdiction),
    serviceAddress: text(fields.serviceAddress),
    serviceEmail: text(fields.serviceEmail),
    waivesLimitation: fields.waivesLimitation ?? false,
  };
}

function interestOf({ interestPer = "none", percent }: OfferFields) {
  const rate = text(percent);
  if (interestPer === "none" || rate === null) return null;
  return /^\d{1,2}(\.\d{1,5})?$/.test(rate) ? { percent: rate, per: interestPer } : null;
}

/** `reason` may still be missing for a preview: then a dash stands for it. */
export function offerOf({ kind, currency, chosen, fields, replaces }: Typed): Offer | null {
  if (chosen.size === 0) return null;
  const shared = { reason: text(fields.reason) ?? "–", clauses: clausesOf(fields) };
  if (kind === "extension") {
    const items = [...chosen].map(([item, newDueOn]) => ({ item, newDueOn }));
    return { kind, body: { items, ...shared } };
  }
  const items = [...chosen].map(([item, amount]) => ({
    item,
    amount: wireAmount(amount, currency),
  }));
  if (kind === "discount") {
    const forgiven = text(fields.forgiven);
    if (forgiven === null || !fields.payBy) return null;
    const body = { items, forgiven: wireAmount(forgiven, currency), payBy: fields.payBy };
    return { kind, body: { ...body, ...shared } };
  }
  const schedule = scheduleOf(fields, currency);
  if (schedule === null) return null;
  const rollToWorkingDay = fields.rollToWorkingDay ?? true;
  const interest = interestOf(fields);
  return { kind, body: { items, schedule, rollToWorkingDay, interest, replaces, ...shared } };
}
