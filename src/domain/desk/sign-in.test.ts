/** How many wrong passwords are borne. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Instant } from "../values/calendar.ts";
import { attemptsSince, judgeAttempt, subjectsOf } from "./sign-in.ts";

const first = "2026-03-31T02:00:00.000Z" as Instant;
const attempted = (subject: string, count: number) => ({ subject, count, first });

test("the fifth attempt on an e-mail is let in, the sixth waits for a quarter of an hour", () => {
  expect(judgeAttempt([attempted("email:a@b.example", 4)]).ok).toBe(true);
  expect(judgeAttempt([attempted("email:a@b.example", 5)])).toEqual({
    ok: false,
    refusal: { code: "too_many_attempts", retryAt: "2026-03-31T02:15:00.000Z" },
  });
});

test("an address behind which many sit bears fifty", () => {
  expect(judgeAttempt([attempted("address:192.0.2.1", 49)]).ok).toBe(true);
  expect(judgeAttempt([attempted("address:192.0.2.1", 50)]).ok).toBe(false);
});

test("whoever is refused may try again when the first attempt no longer counts", () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (count) => {
      const judged = judgeAttempt([attempted("email:a@b.example", count)]);
      expect(judged.ok).toBe(count < 5);
      if (!judged.ok) expect(attemptsSince(judged.refusal.retryAt)).toBe(first);
    }),
  ));

test("an unknown address counts for nobody", () => {
  expect(subjectsOf("a@b.example", null)).toEqual(["email:a@b.example"]);
  expect(subjectsOf("a@b.example", "192.0.2.1")).toEqual([
    "email:a@b.example",
    "address:192.0.2.1",
  ]);
});
