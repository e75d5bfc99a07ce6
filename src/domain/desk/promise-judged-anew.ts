/** Promises judged anew: the money that kept them came back. */
import type { AccountPromise } from "../strategy/dunning-account.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { ItemId, PromiseId } from "../values/ids.ts";
import type { Minor } from "../values/money.ts";
import { type JudgedState, judgeKept } from "./promise-to-pay.ts";

export type JudgedAnew = {
  readonly id: PromiseId;
  readonly state: JudgedState | "open";
  /** Null: it is open again, since its day has not come. */
  readonly judgedOn: PlainDate | null;
};

/**
 * How kept promises stand with what is open now: broken, kept in part, or waited for again. One
 * that other money keeps all the same stays as it was judged, and is not among the answers.
 */
export function judgePromisesAnew(
  promises: readonly AccountPromise[],
  openNow: ReadonlyMap<ItemId, Minor>,
  today: PlainDate,
): readonly JudgedAnew[] {
  return promises.flatMap((promise): readonly JudgedAnew[] => {
    const state = judgeKept(promise, openNow, today);
    if (state === promise.state) return [];
    if (state === null) return [{ id: promise.id, state: "open", judgedOn: null }];
    return [{ id: promise.id, state, judgedOn: today }];
  });
}
