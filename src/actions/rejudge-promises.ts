/** Judges anew the promises that returned money had kept. */
import { promisesToJudgeAnew } from "../domain/cash/returned-payment.ts";
import { judgePromisesAnew } from "../domain/desk/promise-judged-anew.ts";
import type { AccountPromise } from "../domain/strategy/dunning-account.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import type { Minor } from "../domain/values/money.ts";
import {
  type JudgedPromiseRow,
  listJudgedPromises,
  updatePromisesRejudged,
} from "../store/judged-promises.ts";
import type { Executor } from "../store/sql.ts";
import { listTouchedItems } from "../store/standing-applications.ts";
import type { Context } from "./action.ts";

/** A judged promise as the account sees it, and the items it names. */
export type KeptPromise = Omit<AccountPromise, "items"> & {
  readonly items: readonly ItemId[];
  readonly parts: AccountPromise["items"];
  readonly amount: Minor;
  readonly currency: JudgedPromiseRow["currency"];
};

function grouped(rows: readonly JudgedPromiseRow[]): readonly KeptPromise[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    const { id, state, amount, currency, payOn, judgeOn, judgedOn } = first;
    return {
      ...{ id, state, amount, currency, payOn, judgeOn, judgedOn },
      items: parts.map(({ item }) => item),
      parts: parts.map(({ item, promised, openWhenTaken }) => ({
        item,
        amount: promised,
        openWhenTaken,
      })),
    };
  });
}

/** The promises that money received on a day kept, wholly or in part, for items that open again. */
export async function listKeptBy(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  reopened: ReadonlySet<ItemId>,
  receivedOn: PlainDate,
): Promise<readonly KeptPromise[]> {
  const judged = grouped(await listJudgedPromises(executor, creditor, customer));
  return promisesToJudgeAnew(judged, reopened, receivedOn);
}

/**
 * After the items have opened again; the customer is locked. `which`: all that were kept by the
 * money, or only those whose day is still to come: an application that is undone is mostly put
 * right at once, and a promise is not broken by a cashier's correction.
 */
export async function rejudgePromises(
  { tx, creditorId, today }: Context,
  customer: CustomerId,
  reopened: ReadonlySet<ItemId>,
  receivedOn: PlainDate,
  which: "all" | "to_come" = "all",
): Promise<void> {
  const kept = await listKeptBy(tx, creditorId, customer, reopened, receivedOn);
  if (kept.length === 0) return;
  const promised = [...new Set(kept.flatMap(({ items }) => items))];
  const items = await listTouchedItems(tx, creditorId, promised);
  const open = new Map(items.map((item) => [item.id, item.open.minor]));
  const accounts = kept.map(({ parts, ...promise }) => ({ ...promise, items: parts }));
  const judged = judgePromisesAnew(accounts, open, today);
  const anew = judged.filter(({ state }) => which === "all" || state === "open");
  await updatePromisesRejudged(tx, creditorId, anew);
}
