/** Promises judged anew: the money that kept them came back. */
import type { PlainDate } from "../values/calendar.ts";
import type { PromiseId } from "../values/ids.ts";
import { type JudgedPromise, judgeEach, type PromiseFacts, partsOf } from "./promise-judgement.ts";
import { type JudgedState, moved } from "./promise-state.ts";

export type JudgedAnew = Omit<JudgedPromise, "state" | "reason"> & {
  readonly state: JudgedState | "open";
  /** Null: it is open again, since its day has not come. */
  readonly judgedOn: PlainDate | null;
};

/**
 * How promises that were kept, wholly or in part, stand with the money that is left: broken, kept
 * in
 * part, or waited for again. One that other money keeps all the same stays as it was judged, and so
 * does one that a credit has left nothing to pay of; they are not among the answers.
 */
export function judgePromisesAnew(
  facts: PromiseFacts,
  which: ReadonlySet<PromiseId>,
  today: PlainDate,
): readonly JudgedAnew[] {
  const before = new Map(facts.promises.map((promise) => [promise.id, promise]));
  const promises = facts.promises.map((promise) =>
    which.has(promise.id)
      ? { ...promise, state: "open" as const, items: uncounted(promise.items) }
      : promise,
  );
  return judgeEach({ ...facts, promises }, today).flatMap(
    ({ promise, verdict }): readonly JudgedAnew[] => {
      const was = before.get(promise.id)?.state ?? "open";
      if (!which.has(promise.id) || verdict === was) return [];
      const items = partsOf(promise);
      const { id } = promise;
      if (verdict === null) return [{ id, was, state: moved(was, "open"), judgedOn: null, items }];
      if (verdict === "nothing_left_to_pay" || verdict === "asked_for_elsewhere") return [];
      return [{ id, was, state: moved(was, verdict), judgedOn: today, items }];
    },
  );
}

const uncounted = <Part>(items: readonly Part[]): (Part & { readonly came: bigint })[] =>
  items.map((part) => ({ ...part, came: 0n }));
