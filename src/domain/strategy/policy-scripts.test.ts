/** The policy's scripts and conduct: read whole, or each fault in its place. */
import { describe, expect, test } from "vitest";
import { policyNamed } from "../../../test/kit/dunning.ts";
import { parsePolicy } from "./policy.ts";
import { STAGES } from "./policy-choices.ts";

const words = { zh: "您好，{contact}", en: "Good day, {contact}" };
const script = {
  opening: words,
  purpose: { zh: "欠款 {overdue}", en: "{overdue} is owed" },
  questions: [{ zh: "何时付款？", en: "When will you pay?" }],
  objections: [{ says: words, answer: words }],
  close: words,
};
const step = {
  key: "call",
  name: { zh: "电话", en: "Call" },
  stage: "early",
  trigger: { days: 2 },
  channel: "call",
  recipient: "clerk",
};
const policyWith = (sections: object) =>
  parsePolicy({ name: { zh: "政策", en: "Policy" }, steps: [step], ...sections });
const faultsOf = (sections: object) => {
  const parsed = policyWith(sections);
  return parsed.ok ? [] : parsed.refusal.faults.map(({ path, reason }) => `${path} ${reason}`);
};

describe("scripts", () => {
  test("are kept by stage; a stage without one has none", () => {
    const parsed = policyWith({ scripts: { early: script } });
    expect(parsed.ok && parsed.value.scripts).toEqual({ early: script });
  });

  test("a language, a part or a figure that is missing is named", () => {
    const { close: _, ...open } = script;
    const lame = { ...script, purpose: { zh: "欠款 {ovredue}", en: "x" } };
    expect(faultsOf({ scripts: { early: open } })).toEqual(["scripts.early.close missing"]);
    expect(faultsOf({ scripts: { early: lame } })).toEqual(["scripts.early.purpose unknown_value"]);
    expect(faultsOf({ scripts: { soon: script } })).toEqual(["scripts.soon unknown_field"]);
    const half = { ...script, questions: [{ zh: "何时？" }] };
    expect(faultsOf({ scripts: { early: half } })).toEqual([
      "scripts.early.questions[0].en missing",
    ]);
  });

  test("threats are refused, and what nobody would say in one breath", () => {
    const threat = { ...script, close: { zh: "不还钱就上征信", en: "Pay" } };
    expect(faultsOf({ scripts: { early: threat } })).toEqual([
      "scripts.early.close wording_not_allowed",
    ]);
    const long = { ...script, close: { zh: "好".repeat(601), en: "Good" } };
    expect(faultsOf({ scripts: { early: long } })).toEqual(["scripts.early.close text_too_long"]);
  });

  test("the standard policy has one for every stage", () => {
    const { scripts } = policyNamed("standard-b2b");
    expect(Object.keys(scripts)).toEqual([...STAGES]);
    for (const stage of STAGES) expect(scripts[stage]?.questions.length).toBeGreaterThan(0);
  });
});

describe("conduct", () => {
  const conduct = (section: object) => {
    const parsed = policyWith({ conduct: section });
    return parsed.ok ? parsed.value.conduct : null;
  };

  test("may be stricter or open an hour more", () => {
    expect(conduct({ early_hours: true, late_hours: "true", connected_a_day: 1 })).toEqual({
      earlyHours: true,
      lateHours: true,
      connectedADay: 1,
      attemptsADay: 6,
    });
  });

  test("may not call more often than the house's default", () => {
    expect(faultsOf({ conduct: { connected_a_day: 4 } })).toEqual([
      "conduct.connected_a_day out_of_range",
    ]);
    expect(faultsOf({ conduct: { attempts_a_day: 0 } })).toEqual([
      "conduct.attempts_a_day out_of_range",
    ]);
  });
});
