/** Whom an administrator may change. */
import { describe, expect, test } from "vitest";
import type { UserId } from "../values/ids.ts";
import { judgeDisable, judgeEnable, judgeKeptOpen, judgePerson, judgeRole } from "./person.ts";

const [AN, BAI] = ["an", "bai"] as unknown as [UserId, UserId];
const here = { user: AN, everywhere: false };
const everywhere = { user: AN, everywhere: true };
const bai = { user: BAI, disabled: false, beyond: false };
const codeOf = (judged: { ok: boolean; refusal?: { code: string } }) =>
  judged.refusal?.code ?? "ok";

describe("an administrator of one creditor", () => {
  const code = "not_administrator_everywhere";
  test("gives no role that holds at every creditor", () => {
    expect(codeOf(judgeRole(here, false))).toBe("ok");
    expect(codeOf(judgeRole(here, true))).toBe(code);
    expect(codeOf(judgeRole(everywhere, true))).toBe("ok");
  });

  test("neither signs out nor disables who also works elsewhere", () => {
    const beyond = { ...bai, beyond: true };
    expect(codeOf(judgePerson(here, beyond))).toBe(code);
    expect(codeOf(judgeDisable(here, beyond))).toBe(code);
    expect(codeOf(judgeEnable(here, { ...beyond, disabled: true }))).toBe(code);
    expect(codeOf(judgeDisable(everywhere, beyond))).toBe("ok");
    expect(codeOf(judgePerson(here, bai))).toBe("ok");
  });
});

test("nobody disables themselves, and nobody is disabled or enabled twice", () => {
  expect(codeOf(judgeDisable(everywhere, { ...bai, user: AN }))).toBe("person_is_oneself");
  expect(codeOf(judgeDisable(here, { ...bai, disabled: true }))).toBe("person_is_disabled");
  expect(codeOf(judgeEnable(here, bai))).toBe("person_is_not_disabled");
  expect(codeOf(judgeEnable(here, { ...bai, disabled: true }))).toBe("ok");
});

test("each creditor keeps an administrator, where it had one", () => {
  expect(judgeKeptOpen(["a", "b"], ["b", "a", "c"]).ok).toBe(true);
  expect(judgeKeptOpen([], []).ok).toBe(true);
  expect(codeOf(judgeKeptOpen(["a", "b"], ["a"]))).toBe("last_administrator");
});
