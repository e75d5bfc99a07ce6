/** A policy is read whole or refused with every fault and its place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyPolicy } from "../../../test/kit/any-dunning.ts";
import { china, policyNamed } from "../../../test/kit/dunning.ts";
import { addDays, addWorkingDays, plainDate } from "../values/calendar.ts";
import { moneyOf } from "../values/money.ts";
import { USUAL_CONDUCT } from "./conduct-hours.ts";
import {
  entryChoices,
  findStep,
  furthestReminderDays,
  parsePolicy,
  recipientsOf,
  trackOf,
} from "./policy.ts";
import { USUAL_AGREEMENTS } from "./policy-agreements.ts";
import { USUAL_APPROVALS } from "./policy-approvals.ts";
import { USUAL_DISPUTES } from "./policy-disputes.ts";
import { USUAL_ESCALATION } from "./policy-escalation.ts";
import { USUAL_WORKLIST } from "./policy-worklist.ts";

const letter = {
  key: "first",
  name: { zh: "首次催款函", en: "First letter" },
  stage: "early",
  trigger: { days: "1" },
  channel: "email",
  template: "first-demand",
  tone: "friendly",
  recipient: "clerk",
  by: "itself",
};
const call = {
  key: "call",
  name: { zh: "电话", en: "Call" },
  stage: "early",
  trigger: { working_days: 2 },
  channel: "call",
  recipient: ["finance_head", "clerk"],
};
const policyOf = (...steps: unknown[]) => ({ name: { zh: "政策", en: "Policy" }, steps });

const faultsOf = (input: unknown) => {
  const parsed = parsePolicy(input);
  return parsed.ok ? [] : parsed.refusal.faults.map(({ path, reason }) => `${path} ${reason}`);
};

test("any text of values is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (whole, step) => {
      expect(parsePolicy(whole).ok).toBe(false);
      expect(parsePolicy(policyOf(step)).ok).toBe(false);
      expect(parsePolicy(policyOf({ ...letter, trigger: step })).ok).toBe(false);
    }),
  );
});

test("what is absent has the house's defaults", () => {
  const parsed = parsePolicy(policyOf(letter, call));
  expect(parsed).toEqual({
    ok: true,
    value: {
      name: { zh: "政策", en: "Policy" },
      graceDays: {},
      demandEveryDays: 7,
      remindersPerInvoice: 2,
      promises: { furthestDays: 30, graceDays: 3, brokenAllowed: 2 },
      cash: {
        bankFeeUpTo: [],
        roundingUpTo: [],
        cashDiscount: null,
        deductions: "open",
        oldestFirst: false,
        autoFrom: 990,
        appropriation: "statutory",
      },
      agreements: USUAL_AGREEMENTS,
      approvals: USUAL_APPROVALS,
      escalation: USUAL_ESCALATION,
      disputes: USUAL_DISPUTES,
      worklist: USUAL_WORKLIST,
      conduct: USUAL_CONDUCT,
      scripts: {},
      steps: [
        {
          key: "first",
          name: { zh: "首次催款函", en: "First letter" },
          stage: "early",
          trigger: { unit: "days", days: 1 },
          channel: "email",
          template: "first-demand",
          tone: "friendly",
          recipients: ["clerk"],
          releasedBy: "itself",
          per: "customer",
          after: null,
          minimum: [],
          onlyIf: null,
          asks: [],
        },
        {
          key: "call",
          name: { zh: "电话", en: "Call" },
          stage: "early",
          trigger: { unit: "working_days", days: 2 },
          channel: "call",
          template: null,
          tone: null,
          recipients: ["finance_head", "clerk"],
          releasedBy: "person",
          per: "customer",
          after: null,
          minimum: [],
          onlyIf: null,
          asks: [],
        },
      ],
    },
  });
});

test("amounts keep their cents, conditions and questions their parts", () => {
  const parsed = parsePolicy(
    policyOf({
      ...call,
      minimum: { CNY: "1000.50", JPY: "300" },
      only_if: { amount_at_least: { USD: "15000.00" } },
      asks: [
        {
          key: "why",
          name: { zh: "原因", en: "Why" },
          answers: [
            { key: "cash", name: { zh: "资金", en: "Cash" }, leads_to: "plan" },
            { key: "other", name: { zh: "其他", en: "Other" } },
          ],
        },
      ],
    }),
  );
  expect(parsed.ok && parsed.value.steps[0]).toMatchObject({
    minimum: [moneyOf("1000.50", "CNY"), moneyOf("300", "JPY")],
    onlyIf: { kind: "amount_at_least", amounts: [moneyOf("15000.00", "USD")] },
    asks: [{ key: "why", answers: [{ leadsTo: "plan" }, { leadsTo: "nothing" }] }],
  });
});

describe("faults", () => {
  const wrong = (step: Record<string, unknown>) => faultsOf(policyOf({ ...letter, ...step }));

  test("are all told at once, each with its place", () => {
    expect(faultsOf({ name: "x", colour: "red", demand_every_days: "0", steps: [{}] })).toEqual([
      "colour unknown_field",
      "name not_a_mapping",
      "demand_every_days out_of_range",
      "steps[0].channel missing",
      "steps[0].recipient missing",
      "steps[0].key missing",
      "steps[0].name missing",
      "steps[0].stage missing",
      "steps[0].trigger missing",
      "steps[0].template missing",
      "steps[0].tone missing",
    ]);
  });

  test("name what was found and what may stand there", () => {
    const parsed = parsePolicy(policyOf({ ...letter, tone: "rude" }));
    expect(parsed.ok || parsed.refusal.faults).toEqual([
      {
        path: "steps[0].tone",
        reason: "unknown_value",
        line: null,
        found: "rude",
        allowed: ["friendly", "firm", "final"],
      },
    ]);
  });

  test("of the whole", () => {
    expect(faultsOf(null)[0]).toBe(" missing");
    expect(faultsOf(policyOf())).toEqual(["steps no_steps"]);
    expect(faultsOf({ name: { zh: "政", en: "P" } })).toEqual(["steps missing"]);
    expect(faultsOf({ ...policyOf(letter), steps: "none" })).toEqual(["steps not_a_list"]);
    expect(faultsOf({ ...policyOf(letter), grace_days: { A: "5.5", F: 1 } })).toEqual([
      "grace_days.F unknown_field",
      "grace_days.A not_a_whole_number",
    ]);
    expect(faultsOf({ ...policyOf(letter), promises: { grace_days: 31 } })).toEqual([
      "promises.grace_days out_of_range",
    ]);
  });

  test("of a step's fields", () => {
    expect(wrong({ key: "First Letter" })).toEqual(["steps[0].key key_malformed"]);
    expect(wrong({ name: { zh: "函", en: 5 } })).toEqual(["steps[0].name.en not_a_text"]);
    expect(wrong({ trigger: { days: 1, working_days: 1 } })).toEqual([
      "steps[0].trigger trigger_needs_one_unit",
    ]);
    expect(wrong({ trigger: { days: 1.5 } })).toEqual(["steps[0].trigger.days not_a_whole_number"]);
    expect(wrong({ recipient: ["clerk", "boss"] })).toEqual([
      "steps[0].recipient[1] unknown_value",
    ]);
    expect(wrong({ minimum: { CNY: 100, XXX: "1.00", USD: "0" } })).toEqual([
      "steps[0].minimum.CNY amount_invalid",
      "steps[0].minimum.XXX currency_unknown",
      "steps[0].minimum.USD amount_invalid",
    ]);
    expect(wrong({ only_if: "it rains" })).toEqual(["steps[0].only_if unknown_value"]);
    expect(wrong({ only_if: {} })).toEqual(["steps[0].only_if.amount_at_least missing"]);
    expect(faultsOf(policyOf({ ...call, template: "first-demand", tone: "firm" }))).toEqual([
      "steps[0].template template_of_task",
      "steps[0].tone template_of_task",
    ]);
    expect(
      faultsOf(policyOf({ ...letter, asks: [{ key: "q", name: { zh: "问", en: "Q" } }] })),
    ).toEqual(["steps[0].asks questions_of_message"]);
  });

  test("of the ladder", () => {
    const second = { ...letter, key: "second", trigger: { days: 15 }, after: "first" };
    expect(faultsOf(policyOf(letter, second))).toEqual([]);
    expect(faultsOf(policyOf(letter, letter))).toEqual(["steps[1].key key_repeated"]);
    expect(faultsOf(policyOf(second, letter))).toEqual([
      "steps[0].after after_not_earlier",
      "steps[1].trigger steps_out_of_order",
    ]);
    expect(faultsOf(policyOf(letter, { ...second, trigger: { days: 1 } }))).toEqual([
      "steps[1].trigger steps_out_of_order",
    ]);
    expect(faultsOf(policyOf({ ...second, after: "second" }))).toEqual([
      "steps[0].after after_not_earlier",
    ]);
    expect(faultsOf(policyOf({ ...second, after: "nought" }))).toEqual([
      "steps[0].after after_unknown",
    ]);
    const reminder = { ...letter, key: "reminder", stage: "pre_due", trigger: { days: -7 } };
    expect(faultsOf(policyOf(reminder, { ...letter, after: "reminder" }))).toEqual([
      "steps[1].after after_other_side",
    ]);
    expect(wrong({ stage: "pre_due" })).toEqual(["steps[0].stage stage_not_of_day"]);
    expect(wrong({ stage: "legal" })).toEqual(["steps[0].by legal_by_person"]);
    expect(wrong({ stage: "legal", by: "person" })).toEqual([]);
  });
});

test("the horizon covers the earliest trigger of any item, whatever the holidays", () => {
  fc.assert(
    fc.property(anyPolicy(), fc.integer({ min: 0, max: 700 }), (policy, days) => {
      const dueOn = addDays(plainDate("2025-01-15"), days);
      for (const { trigger } of policy.steps) {
        const comes =
          trigger.unit === "days"
            ? addDays(dueOn, trigger.days)
            : addWorkingDays(china, dueOn, trigger.days);
        expect(comes >= addDays(dueOn, -furthestReminderDays(policy))).toBe(true);
      }
    }),
  );
  expect(furthestReminderDays(policyNamed("standard-b2b"))).toBe(21);
});

test("a step tells its track and whom to look for", () => {
  const policy = policyNamed("standard-b2b");
  const tracks = ["reminder-7d", "check-call", "first-letter", "final-notice", "hand-over"].map(
    (key) => trackOf(findStep(policy, key)!),
  );
  expect(tracks).toEqual(["reminder", "task", "demand", "demand", "task"]);
  expect(recipientsOf(policy, "final-notice")).toEqual(["legal_rep", "management", "finance_head"]);
  expect(recipientsOf(policy, "nought")).toEqual([]);
  expect(entryChoices(policy)).toEqual([
    "first_letter",
    "by_age",
    "first-letter",
    "second-letter",
    "formal-letter",
    "management-letter",
    "final-notice",
  ]);
});
