/** Four eyes: the policy names who decides, nobody decides on their own, what is decided stays. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ApprovalPolicy, USUAL_APPROVALS } from "../strategy/policy-approvals.ts";
import type { CustomerId, UserId } from "../values/ids.ts";
import { compare, moneyOf } from "../values/money.ts";
import {
  APPROVAL_KINDS,
  APPROVAL_MOVES,
  APPROVAL_STATES,
  type ApprovalKind,
  type ApprovalOffer,
  type Decider,
  decidersOf,
  isSamePerson,
  judgeApprovalOffer,
  judgeDecision,
  judgeWithdrawalOf,
  type StandingApproval,
} from "./approval.ts";
import { permissionsOf, ROLES, type Role } from "./permission.ts";

const customer = "0192f0c0-0000-7000-8000-000000000001" as CustomerId;
const offerOf = (kind: ApprovalKind, amount: string | null, days: number | null = null) =>
  ({
    ...{ kind, customer, subject: null, days, facts: [], reason: "客户经营困难" },
    amount: amount === null ? null : moneyOf(amount, "CNY"),
  }) satisfies ApprovalOffer;

const anyUser = fc.constantFrom<UserId | null>(null, "u1" as UserId, "u2" as UserId);
const anyPerson = fc.record({ name: fc.constantFrom("陈静", "吴财"), user: anyUser });
const anyRoles = fc.uniqueArray(fc.constantFrom(...ROLES));
const anyStanding: fc.Arbitrary<StandingApproval> = fc.record({
  state: fc.constantFrom(...APPROVAL_STATES),
  roles: anyRoles,
  requestedBy: anyPerson,
});
const anyDecider: fc.Arbitrary<Decider> = fc
  .tuple(anyPerson, anyRoles)
  .map(([person, roles]) => ({ ...person, roles }));

describe("whoever decides on whatever", () => {
  test("is never who asked, has a named role, and only what waits is decided", () => {
    const anyDecision = fc.record({ approve: fc.boolean(), reason: fc.option(fc.string()) });
    fc.assert(
      fc.property(anyStanding, anyDecision, anyDecider, (standing, decision, by) => {
        const judged = judgeDecision(standing, decision, by);
        if (!judged.ok) return;
        expect(APPROVAL_MOVES[standing.state]).toContain(judged.value.state);
        expect(isSamePerson(standing.requestedBy, by)).toBe(false);
        const shared = by.roles.filter((role) => standing.roles.includes(role));
        expect(shared.some((role) => role !== "administrator")).toBe(true);
        if (!decision.approve) expect(judged.value.reason).toMatch(/\S/);
      }),
    );
  });

  test("only who asked takes back, and only what waits", () => {
    fc.assert(
      fc.property(anyStanding, anyPerson, (standing, by) => {
        const taken = judgeWithdrawalOf(standing, by).ok;
        const own = isSamePerson(standing.requestedBy, by);
        expect(taken).toBe(own && standing.state === "requested");
      }),
    );
  });
});

describe("the policy", () => {
  const anyRule = fc.record({
    kind: fc.constantFrom("repayment_plan" as const, "discount" as const, "sale" as const),
    upTo: fc.option(
      fc.bigInt({ min: 1n, max: 500n }).map((minor) => [moneyOf(`${minor}.00`, "CNY")]),
    ),
    upToDays: fc.option(fc.integer({ min: 1, max: 400 })),
    by: fc.constantFrom(["finance" as const], ["senior_collector" as const, "legal" as const]),
  });
  const anyPolicy: fc.Arbitrary<ApprovalPolicy> = fc
    .array(anyRule, { maxLength: 6 })
    .map((rules) => ({ rules, carryOutWithin: 5 }));
  const anyOffer = fc
    .tuple(
      fc.constantFrom(...APPROVAL_KINDS),
      fc.option(fc.bigInt({ min: 1n, max: 900n })),
      fc.option(fc.integer({ min: 0, max: 500 })),
    )
    .map(([kind, minor, days]) => offerOf(kind, minor === null ? null : `${minor}.00`, days));

  test("lets nobody decide above the limits of the rule that names them", () => {
    fc.assert(
      fc.property(anyOffer, anyPolicy, (offer, policy) => {
        const { roles, because } = decidersOf(offer, policy);
        expect(roles).toContain("executive");
        expect(because).toHaveLength(1);
        for (const role of roles.filter((one) => one !== "executive")) {
          const allowed = policy.rules.some(({ kind, upTo, upToDays, by }) => {
            const sumFits = upTo === null || upTo.some((limit) => fitsIn(offer, limit));
            const daysFit = upToDays === null || (offer.days !== null && offer.days <= upToDays);
            return kind === offer.kind && by.includes(role as never) && sumFits && daysFit;
          });
          expect(allowed).toBe(true);
        }
      }),
    );
  });

  const fitsIn = ({ amount }: ApprovalOffer, limit: ReturnType<typeof moneyOf>) =>
    amount !== null && amount.currency === limit.currency && compare(amount, limit) <= 0;

  test("only names roles that may decide at all; the administrator is none of them", () => {
    for (const { by } of USUAL_APPROVALS.rules) {
      for (const role of by) expect(permissionsOf([role]).has("approval:decide")).toBe(true);
    }
    expect(permissionsOf(["administrator"]).has("approval:decide")).toBe(false);
  });

  test("as it comes: small plans a senior, larger ones the manager, the rest the executives", () => {
    const deciders = (...offer: Parameters<typeof offerOf>) =>
      decidersOf(offerOf(...offer), USUAL_APPROVALS).roles;
    expect(deciders("repayment_plan", "100000.00", 90)).toEqual([
      "senior_collector",
      "credit_manager",
      "executive",
    ]);
    expect(deciders("repayment_plan", "100000.01", 90)).toEqual(["credit_manager", "executive"]);
    expect(deciders("repayment_plan", "100000.00", 91)).toEqual(["credit_manager", "executive"]);
    expect(deciders("repayment_plan", "1000000.01", 30)).toEqual(["executive"]);
    expect(deciders("sale", "1.00")).toEqual(["executive"]);
    const inDollars = { ...offerOf("write_off", null), amount: moneyOf("1.00", "USD") };
    expect(decidersOf(inDollars, USUAL_APPROVALS)).toEqual({
      roles: ["executive"],
      because: [{ code: "above_every_rule", kind: "write_off" }],
    });
    expect(decidersOf(offerOf("write_off", "9000.00"), USUAL_APPROVALS).because).toEqual([
      {
        code: "approval_rule",
        kind: "write_off",
        upTo: { amount: "10000.00", currency: "CNY" },
        upToDays: null,
        by: ["finance"],
      },
    ]);
  });
});

test("an offer needs a customer, a reason and, where money is given up, the sum", () => {
  const codeOf = (offer: ApprovalOffer) => {
    const judged = judgeApprovalOffer(offer);
    return judged.ok ? "ok" : judged.refusal.code;
  };
  expect(codeOf(offerOf("write_off", "10.00"))).toBe("ok");
  expect(codeOf(offerOf("write_off", null))).toBe("approval_needs_amount");
  expect(codeOf(offerOf("blacklist", null))).toBe("ok");
  expect(codeOf({ ...offerOf("blacklist", null), customer: null })).toBe("approval_needs_customer");
  expect(codeOf({ ...offerOf("blacklist", null), reason: " " })).toBe("reason_missing");
});

test("each refusal says what is wrong", () => {
  const asked: StandingApproval = {
    state: "requested",
    roles: ["finance", "executive"],
    requestedBy: { name: "陈静", user: "u1" as UserId },
  };
  const by = (roles: readonly Role[], user = "u2"): Decider => ({
    name: "吴财",
    user: user as UserId,
    roles,
  });
  const refusal = (...[standing, decision, who]: Parameters<typeof judgeDecision>) => {
    const judged = judgeDecision(standing, decision, who);
    return judged.ok ? judged.value : judged.refusal;
  };
  const yes = { approve: true, reason: null };
  expect(refusal(asked, yes, by(["finance"]))).toEqual({ state: "approved", reason: null });
  expect(refusal(asked, yes, by(["finance"], "u1"))).toEqual({ code: "approval_is_own" });
  expect(refusal(asked, yes, by(["legal"]))).toEqual({
    code: "approval_of_other_role",
    roles: ["finance", "executive"],
  });
  expect(refusal(asked, { approve: false, reason: " " }, by(["finance"]))).toEqual({
    code: "reason_missing",
  });
  expect(refusal({ ...asked, state: "approved" }, yes, by(["finance"]))).toEqual({
    code: "approval_not_in_state",
    state: "approved",
  });
  const withRights = { ...asked, roles: ["administrator" as const] };
  expect(refusal(withRights, yes, by(["administrator"]))).toMatchObject({
    code: "approval_of_other_role",
  });
  expect(judgeWithdrawalOf(asked, { name: "陈静", user: "u2" as UserId })).toMatchObject({
    refusal: { code: "approval_of_other_person" },
  });
});

test("namesakes with accounts are two people, without one they are taken for one", () => {
  const chen = (user: string | null) => ({ name: "陈静", user: user as UserId | null });
  expect(isSamePerson(chen("u1"), chen("u2"))).toBe(false);
  expect(isSamePerson(chen("u1"), chen(null))).toBe(true);
});
