/** Judges anew the promises that returned money had kept. */
import { promisesToJudgeAnew } from "../domain/cash/returned-payment.ts";
import { judgePromisesAnew } from "../domain/desk/promise-judged-anew.ts";
import { cameFor } from "../domain/desk/promise-judgement.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId, PromiseId } from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import { loadDunningAccounts } from "../store/dunning-accounts.ts";
import { type JudgedPromiseRow, listJudgedPromises } from "../store/judged-promises.ts";
import type { Executor } from "../store/sql.ts";
import type { Context } from "./action.ts";
import { escalateBroken } from "./escalate-broken.ts";
import { movePromises } from "./move-promises.ts";
import { brokenOf } from "./plan-accounts.ts";

/** A promise that was kept, wholly or in part, and the items it names. */
export type KeptPromise = {
  readonly id: PromiseId;
  readonly state: JudgedPromiseRow["state"];
  readonly items: readonly ItemId[];
  readonly amount: Minor;
  readonly currency: Currency;
  readonly payOn: PlainDate;
  readonly judgedOn: PlainDate;
};

const grouped = (rows: readonly JudgedPromiseRow[]): readonly KeptPromise[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    const { item: _, ...promise } = first;
    return [{ ...promise, items: parts.map(({ item }) => item) }];
  });

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
 * right at once, and a promise is not broken by a cashier's correction. One that breaks is called
 * up to a senior as on its own day.
 */
export async function rejudgePromises(
  context: Context,
  customer: CustomerId,
  reopened: ReadonlySet<ItemId>,
  receivedOn: PlainDate,
  which: "all" | "to_come" = "all",
): Promise<void> {
  const { tx, creditorId, today } = context;
  const kept = await listKeptBy(tx, creditorId, customer, reopened, receivedOn);
  if (kept.length === 0) return;
  const [account] = await loadDunningAccounts(
    tx,
    creditorId,
    [{ id: customer, grade: null }],
    today,
  );
  if (account === undefined) return;
  const anew = judgePromisesAnew(account, new Set(kept.map(({ id }) => id)), today)
    .filter(({ state }) => which === "all" || state === "open")
    .map((judged) => ({ ...judged, came: cameFor(judged), reason: "money_taken_back" }));
  await movePromises(context, today, anew);
  await escalateBroken(context, today, brokenOf(account, anew));
}
