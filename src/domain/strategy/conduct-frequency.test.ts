/** How often a person may be called on a day. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeFrequency } from "./conduct-frequency.ts";
import { USUAL_CONDUCT } from "./conduct-hours.ts";

test("the fourth answered call and the seventh try on a day are refused, with the figures", () => {
  const judge = (connected: number, attempts: number) =>
    judgeFrequency({ connected, attempts }, USUAL_CONDUCT, null);
  expect(judge(2, 5).ok).toBe(true);
  expect(judge(3, 3)).toEqual({
    ok: false,
    refusal: { code: "contact_too_often", what: "connected", made: 3, limit: 3 },
  });
  expect(judge(0, 6)).toEqual({
    ok: false,
    refusal: { code: "contact_too_often", what: "attempts", made: 6, limit: 6 },
  });
});

test("a senior's reason allows one more, blanks are none", () => {
  const often = { connected: 3, attempts: 6 };
  expect(judgeFrequency(often, USUAL_CONDUCT, { reason: "客户要求今天再打" }).ok).toBe(true);
  expect(judgeFrequency(often, USUAL_CONDUCT, { reason: "  " }).ok).toBe(false);
});

test("one call more never turns a refusal into leave", () => {
  const count = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(count, count, (connected, attempts) => {
      if (judgeFrequency({ connected, attempts }, USUAL_CONDUCT, null).ok) return;
      for (const made of [
        { connected: connected + 1, attempts },
        { connected, attempts: attempts + 1 },
      ]) {
        expect(judgeFrequency(made, USUAL_CONDUCT, null).ok).toBe(false);
      }
    }),
  );
});
