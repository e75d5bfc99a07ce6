/** A promise as lists and pages show it: with what came for it by now. */
import { countMoney } from "../domain/desk/promise-money.ts";
import type { AccountPromise } from "../domain/strategy/dunning-account.ts";
import type { CustomerId, ItemId, PromiseId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { listLivePromises, listMoneyOn } from "../store/account-promises.ts";
import { promisesOf } from "../store/dunning-accounts.ts";
import {
  listPromisedItems,
  type PromisedItemLine,
  type PromiseLine,
} from "../store/promise-rows.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";

/** What came for each item of these customers' open promises until now. */
export type CameByNow = ReadonlyMap<PromiseId, ReadonlyMap<ItemId, bigint>>;

export type Counted = readonly AccountPromise[];

/** Promises that still matter, with what came for them by now. */
export async function loadCounted(
  { tx, creditor, today }: Sight,
  customers: readonly CustomerId[],
): Promise<Counted> {
  if (customers.length === 0) return [];
  const live = await listLivePromises(tx, creditor.id, customers, today);
  const items = [...new Set(live.map(({ item }) => item))];
  return countMoney(promisesOf(live), await listMoneyOn(tx, creditor.id, items));
}

export const cameByNow = (counted: Counted): CameByNow =>
  new Map(
    counted
      .filter(({ state }) => state === "open")
      .map(({ id, items }) => [id, new Map(items.map(({ item, came }) => [item, came]))]),
  );

/** Shows these promises with their items. */
export async function showPromises(sight: Sight, lines: readonly PromiseLine[], came: CameByNow) {
  const ids = lines.map(({ id }) => id);
  const parts = await listPromisedItems(sight.tx, sight.creditor.id, ids);
  const byPromise = Map.groupBy(parts, ({ promise }) => promise);
  return lines.map((line) => shownPromise(sight, line, byPromise.get(line.id) ?? [], came));
}

function shownPromise(
  sight: Sight,
  line: PromiseLine,
  parts: readonly PromisedItemLine[],
  counted: CameByNow,
) {
  const { id, currency, state, contact, contactName } = line;
  const cameOn = (part: PromisedItemLine) => counted.get(id)?.get(part.item) ?? part.came;
  const came = parts.reduce((sum, part) => sum + cameOn(part), 0n);
  const open = state === "open" || { code: "promise_has_ended", state };
  return {
    ...{ id, amount: money(line.amount, currency), came: money(came, currency) },
    ...{ payOn: line.payOn, judgeOn: line.judgeOn, takenOn: line.takenOn, takenAt: line.takenAt },
    ...{ takenBy: line.takenBy, takenFrom: line.takenFrom },
    contact: contact === null ? null : { id: contact, name: contactName ?? "" },
    ...{ channel: line.channel, note: line.note, overruledReason: line.overruledReason },
    ...{ state, judgedOn: line.judgedOn, endReason: line.endReason, endedBy: line.endedBy },
    ...{ replaces: line.replaces, replacedBy: line.replacedBy },
    items: parts.map((part) => ({
      ...{ id: part.item, number: part.number, level: part.level },
      amount: money(part.amount, currency),
      came: money(cameOn(part), currency),
    })),
    can: {
      withdraw: both(sight.may("promise:withdraw"), open),
      change: both(sight.may("promise:take"), open),
    },
  };
}
