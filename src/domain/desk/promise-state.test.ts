/** The moves of a promise: the table, and nothing beside it. */
import { expect, test } from "vitest";
import type { PromiseState } from "../strategy/dunning-account.ts";
import { mayMove, moved, PROMISE_MOVES } from "./promise-state.ts";

const STATES = Object.keys(PROMISE_MOVES) as PromiseState[];

test("a promise that was withdrawn is over, and no state moves to itself", () => {
  expect(STATES.filter((state) => PROMISE_MOVES[state].length === 0)).toEqual(["withdrawn"]);
  for (const state of STATES) expect(mayMove(state, state)).toBe(false);
});

test("only one that waits is withdrawn, and only one that was kept waits again", () => {
  expect(STATES.filter((state) => mayMove(state, "withdrawn"))).toEqual(["open"]);
  expect(STATES.filter((state) => mayMove(state, "open"))).toEqual(["kept"]);
});

test("what the table does not list is a bug", () => {
  for (const from of STATES) {
    for (const to of STATES) {
      const move = () => moved(from, to);
      if (PROMISE_MOVES[from].includes(to)) expect(move()).toBe(to);
      else expect(move).toThrow("a promise moves only as its table says");
    }
  }
});
