/** The states of a promise and the moves between them; no other move exists. */
import type { PromiseState } from "../strategy/dunning-account.ts";
import { assert } from "../values/result.ts";

export type JudgedState = "kept" | "partially_kept" | "broken";

/**
 * Money that is taken back un-keeps: kept promises are judged anew or wait again. Money that came
 * in
 * time and was known too late still keeps: a bank's file of Friday may be matched on Tuesday.
 */
export const PROMISE_MOVES: Readonly<Record<PromiseState, readonly PromiseState[]>> = {
  open: ["kept", "partially_kept", "broken", "withdrawn"],
  kept: ["open", "partially_kept", "broken"],
  partially_kept: ["kept", "broken"],
  broken: ["kept", "partially_kept"],
  withdrawn: [],
};

export const mayMove = (from: PromiseState, to: PromiseState): boolean =>
  PROMISE_MOVES[from].includes(to);

/** The state it moves to; a move that the table does not list is a bug. */
export function moved<State extends PromiseState>(from: PromiseState, to: State): State {
  assert(mayMove(from, to), "a promise moves only as its table says");
  return to;
}
