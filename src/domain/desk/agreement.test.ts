/** States of agreements: only what the table lists, and what of a part is settled. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import {
  AGREEMENT_MOVES,
  AGREEMENT_STATES,
  type AgreementState,
  hasEnded,
  LIVE_STATES,
  mayMove,
  moved,
  settledOf,
} from "./agreement.ts";

const ALLOWED: readonly (readonly [AgreementState, AgreementState])[] = [
  ["proposed", "approved"],
  ["proposed", "refused"],
  ["proposed", "withdrawn"],
  ["approved", "active"],
  ["approved", "withdrawn"],
  ["approved", "lapsed"],
  ["active", "fulfilled"],
  ["active", "in_default"],
  ["active", "renegotiated"],
  ["active", "lapsed"],
  ["in_default", "fulfilled"],
  ["in_default", "accelerated"],
  ["in_default", "renegotiated"],
  ["accelerated", "renegotiated"],
  ["fulfilled", "active"],
  ["fulfilled", "lapsed"],
];

test("each move that is allowed, and no other", () => {
  for (const from of AGREEMENT_STATES) {
    for (const to of AGREEMENT_STATES) {
      const allowed = ALLOWED.some(([one, other]) => one === from && other === to);
      expect([from, to, mayMove(from, to)]).toEqual([from, to, allowed]);
      const made = moved(from, to);
      expect(made.ok ? made.value : made.refusal).toEqual(
        allowed ? to : { code: "agreement_not_in_state", state: from },
      );
    }
  }
  expect(Object.values(AGREEMENT_MOVES).flat()).toHaveLength(ALLOWED.length);
});

test("what has ended is not live", () => {
  expect(AGREEMENT_STATES.filter((state) => !hasEnded(state))).toEqual(LIVE_STATES);
});

test("settled is never negative, never more than the part, and grows as less is open", () => {
  const amounts = fc.record({
    part: fc.bigInt(1n, 100n),
    made: fc.bigInt(0n, 200n),
    now: fc.bigInt(-50n, 300n),
  });
  holds(amounts, ({ part, made, now }) => {
    const settled = settledOf(part, made, now);
    expect(settled >= 0n && settled <= part).toBe(true);
    expect(settledOf(part, made, now - 1n) >= settled).toBe(true);
  });
  expect(settledOf(60n, 100n, 60n)).toBe(40n);
});
