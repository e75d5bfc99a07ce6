/** The extension: due days moved by agreement, and what follows from moving them. */
import type { AgreementPolicy } from "../strategy/policy-agreements.ts";
import { addDays, addMonths, daysBetween, type PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { type Money, total } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import {
  type AgreeableItem,
  type AgreedPart,
  agreedParts,
  type PartsRefusal,
} from "./agreement.ts";

export type ExtensionOffer = {
  readonly items: readonly { readonly item: ItemId; readonly newDueOn: PlainDate }[];
};

export type ExtendedPart = AgreedPart & { readonly newDueOn: PlainDate };

export type Extension = {
  readonly parts: readonly ExtendedPart[];
  readonly amount: Money;
  readonly lastOn: PlainDate;
  /** The longest move, from the old due day. */
  readonly days: number;
};

export type ExtensionRefusal =
  | PartsRefusal
  | { readonly code: "agreement_day_has_passed"; readonly today: PlainDate }
  | { readonly code: "extension_not_later"; readonly item: ItemId; readonly dueOn: PlainDate }
  | { readonly code: "extension_too_long"; readonly item: ItemId; readonly latest: PlainDate };

/**
 * Each item gets a later due day, at most so many days after the old one as the policy says, and
 * not one that has passed. Refuses an item of which nothing is free, or that is agreed about.
 */
export function judgeExtension(
  { items: offered }: ExtensionOffer,
  items: readonly AgreeableItem[],
  { longestExtensionDays }: AgreementPolicy,
  today: PlainDate,
): Result<Extension, ExtensionRefusal> {
  const known = new Map(items.map((item) => [item.id, item]));
  const wanted = offered.flatMap(({ item }) => {
    const free = known.get(item)?.free;
    return free === undefined ? [] : [{ item, amount: free }];
  });
  const missing = offered.find(({ item }) => !known.has(item));
  if (missing !== undefined) return refuse({ code: "item_not_open", item: missing.item });
  const agreed = agreedParts(wanted, items);
  if (!agreed.ok) return agreed;
  const newDays = new Map(offered.map(({ item, newDueOn }) => [item, newDueOn]));
  const parts: ExtendedPart[] = [];
  for (const part of agreed.value) {
    const newDueOn = newDays.get(part.item) ?? part.dueOn;
    const { item, dueOn } = part;
    if (newDueOn < today) return refuse({ code: "agreement_day_has_passed", today });
    if (newDueOn <= dueOn) return refuse({ code: "extension_not_later", item, dueOn });
    const latest = addDays(dueOn > today ? dueOn : today, longestExtensionDays);
    if (newDueOn > latest) return refuse({ code: "extension_too_long", item, latest });
    parts.push({ ...part, newDueOn });
  }
  const amounts = parts.map(({ amount }) => amount);
  return ok({
    parts,
    amount: total(amounts, agreed.value[0].amount.currency),
    lastOn:
      parts
        .map(({ newDueOn }) => newDueOn)
        .toSorted()
        .at(-1) ?? today,
    days: Math.max(...parts.map(({ dueOn, newDueOn }) => daysBetween(dueOn, newDueOn))),
  });
}

/**
 * When limitation runs out by the new due day at the earliest: three years (民法典 188). A new due
 * day closes the old period and opens another (诉讼时效规定 14, 19).
 */
export const newLimitation = (newDueOn: PlainDate): PlainDate => addMonths(newDueOn, 36);
