/** Delivery: when a message is tried again, given up, left to a person, or taken back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "../values/calendar.ts";
import {
  type DeliveryOutcome,
  judgeComposition,
  judgeDelivery,
  judgeReport,
  judgeResend,
  judgeWithdrawal,
  MESSAGE_STATES,
  minutesAfter,
} from "./delivery.ts";

const now = "2026-04-01T02:00:00.000Z" as Instant;
const outcomes: fc.Arbitrary<DeliveryOutcome> = fc.oneof(
  fc.record({ kind: fc.constant("sent" as const), providerId: fc.string() }),
  fc.record({
    kind: fc.constantFrom("refused" as const, "unavailable" as const, "uncertain" as const),
    reason: fc.string(),
  }),
);

describe("after an attempt", () => {
  test("only what certainly was not taken is ever tried again, later and not for ever", () => {
    fc.assert(
      fc.property(outcomes, fc.integer({ min: 1, max: 40 }), (outcome, attempts) => {
        const { state, nextTryAt, sentAt, lastError } = judgeDelivery(outcome, attempts, now);
        expect(nextTryAt !== null).toBe(state === "composed");
        if (state === "composed") expect(outcome.kind).toBe("unavailable");
        if (nextTryAt !== null) expect(nextTryAt > now).toBe(true);
        if (attempts > 8) expect(state).not.toBe("composed");
        expect(sentAt).toBe(outcome.kind === "sent" ? now : null);
        expect(lastError).toBe(outcome.kind === "sent" ? null : outcome.reason);
      }),
    );
  });

  test.each([
    [1, "2026-04-01T02:01:00.000Z"],
    [2, "2026-04-01T02:05:00.000Z"],
    [4, "2026-04-01T03:00:00.000Z"],
    [8, "2026-04-02T02:00:00.000Z"],
  ])("attempt %i that found nobody at home is repeated at %s", (attempts, at) => {
    const outcome = { kind: "unavailable", reason: "no route" } as const;
    expect(judgeDelivery(outcome, attempts, now)).toMatchObject({
      state: "composed",
      nextTryAt: at,
    });
  });

  test("after three days it fails; a refusal fails at once; what is uncertain stays so", () => {
    const at = (kind: "unavailable" | "refused" | "uncertain", attempts: number) =>
      judgeDelivery({ kind, reason: "why" }, attempts, now).state;
    expect(at("unavailable", 9)).toBe("failed");
    expect(at("refused", 1)).toBe("failed");
    expect(at("uncertain", 1)).toBe("uncertain");
    expect(minutesAfter(now, 15)).toBe("2026-04-01T02:15:00.000Z");
  });
});

describe("what is allowed in which state", () => {
  const allowed = (judge: (state: (typeof MESSAGE_STATES)[number]) => { ok: boolean }) =>
    MESSAGE_STATES.filter((state) => judge(state).ok);

  test("sent again: what failed or may not have arrived", () => {
    expect(allowed((state) => judgeResend({ state }, "asked by phone"))).toEqual([
      "uncertain",
      "failed",
    ]);
  });

  test("withdrawn: what has not left the house and is on nobody's table", () => {
    expect(allowed((state) => judgeWithdrawal({ state }, "paid"))).toEqual([
      "queued",
      "composed",
      "failed",
    ]);
  });

  test("composed: what is queued", () => {
    expect(allowed((state) => judgeComposition({ state }))).toEqual(["queued"]);
    expect(judgeComposition(null)).toMatchObject({ refusal: { code: "message_not_found" } });
  });

  test("reported: the attempt that runs or was given up, not an older one", () => {
    expect(allowed((state) => judgeReport({ state, attempts: 2 }, 2))).toEqual([
      "sending",
      "uncertain",
    ]);
    expect(allowed((state) => judgeReport({ state, attempts: 2 }, 1))).toEqual([]);
    expect(judgeReport(null, 1)).toMatchObject({ refusal: { code: "message_not_found" } });
  });

  test("a person gives a reason", () => {
    expect(judgeResend({ state: "failed" }, "  ")).toEqual({
      ok: false,
      refusal: { code: "reason_missing" },
    });
    expect(judgeWithdrawal(null, "x")).toMatchObject({ refusal: { code: "message_not_found" } });
    expect(judgeWithdrawal({ state: "sent" }, "x")).toEqual({
      ok: false,
      refusal: { code: "message_in_other_state", state: "sent" },
    });
  });
});
