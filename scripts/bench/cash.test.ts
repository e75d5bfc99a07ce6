/** The scorer of cash application: when an answer is right, and an invented year played through. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MIXES } from "../../test/simulation/payer-mixes.ts";
import { makePayerYear } from "../../test/simulation/payers.ts";
import { playSet } from "./cash-play.ts";
import { CASH_RULES } from "./cash-rules.ts";
import { type Answer, type AnswerProposal, scoreLine } from "./cash-score.ts";
import { readCashSet, type SetTruth, writeCashSet } from "./cash-set.ts";
import { sharesOf, tallyOf } from "./cash-table.ts";

const truth: SetTruth = {
  kind: "exact_ref",
  nameKind: "exact",
  customerId: "K1",
  allocations: [{ invoiceId: "J1", amount: 700 }],
  creditNotes: [],
  fee: 0,
  discount: 0,
  onAccount: 0,
  alternatives: ["J2"],
  decidable: true,
  expected: "auto",
};

const proposal: AnswerProposal = {
  customerId: "K1",
  allocations: [{ invoiceId: "J1", amount: 700 }],
  creditNotes: [],
  fee: 0,
  discount: 0,
  onAccount: 0,
  duplicateOf: null,
  reverses: null,
};
const nobody: AnswerProposal = { ...proposal, customerId: null, allocations: [] };
const other: AnswerProposal = { ...proposal, allocations: [{ invoiceId: "J9", amount: 700 }] };
const answer = (action: Answer["action"], ...proposals: AnswerProposal[]) => ({
  action,
  proposals,
});

describe("an answer is right", () => {
  test("with the true claims, or an equal one for the same amount", () => {
    const equal = { ...proposal, allocations: [{ invoiceId: "J2", amount: 700 }] };
    expect(scoreLine(truth, answer("auto", proposal))).toMatchObject({ auto: true, first: true });
    expect(scoreLine(truth, answer("auto", equal)).first).toBe(true);
    const less = { ...proposal, allocations: [{ invoiceId: "J2", amount: 699 }] };
    expect(scoreLine(truth, answer("auto", less)).first).toBe(false);
  });

  test("not with another customer, other claims, or some of them", () => {
    const two = { ...truth, allocations: [...truth.allocations, { invoiceId: "J3", amount: 1 }] };
    expect(scoreLine(truth, answer("auto", { ...proposal, customerId: "K2" })).first).toBe(false);
    expect(scoreLine(truth, answer("auto", other)).first).toBe(false);
    expect(scoreLine(two, answer("auto", proposal)).first).toBe(false);
  });

  test("among three when the second is; never when the line is thrown away", () => {
    const second = scoreLine(truth, answer("review", other, proposal));
    expect(second).toMatchObject({ first: false, topThree: true, lost: false });
    const lost = scoreLine(truth, answer("ignore", proposal));
    expect(lost).toMatchObject({ first: false, topThree: false, lost: true });
  });

  test("for a copy only when it is ignored and names the first", () => {
    const copy = { ...truth, kind: "duplicate_line", allocations: [], duplicateOf: "B1" };
    const names = { ...nobody, duplicateOf: "B1" };
    expect(scoreLine(copy, answer("ignore", names)).first).toBe(true);
    expect(scoreLine(copy, answer("ignore", { ...nobody, duplicateOf: "B2" })).first).toBe(false);
    const waits = scoreLine(copy, answer("review", names));
    expect(waits).toMatchObject({ first: false, topThree: true });
  });

  test("for a return when it names the line, for a stranger when it is nobody's", () => {
    const back = { ...truth, kind: "returned", allocations: [], reverses: "B1" };
    expect(scoreLine(back, answer("review", { ...nobody, reverses: "B1" })).first).toBe(true);
    expect(scoreLine(back, answer("review", nobody)).first).toBe(false);
    const stranger = { ...truth, kind: "unknown_payer", customerId: null, allocations: [] };
    expect(scoreLine(stranger, answer("review", nobody)).first).toBe(true);
    expect(scoreLine(stranger, answer("auto", proposal)).first).toBe(false);
  });

  test("to the last fee only when the fee is the true one", () => {
    const short = { ...truth, fee: 50 };
    expect(scoreLine(short, answer("auto", proposal))).toMatchObject({
      first: true,
      strict: false,
    });
    const exact = scoreLine(short, answer("auto", { ...proposal, fee: 50 }));
    expect(exact).toMatchObject({ first: true, strict: true });
  });
});

test("the truth of every line of every mix is right, and nobody's answer nearly never", () => {
  for (const mix of Object.values(MIXES)) {
    const { bank, truth: truths } = makePayerYear({ seed: "told", customers: 30, lines: 300, mix });
    for (const { id } of bank) {
      const told = truths[id] as SetTruth;
      const { duplicateOf = null, reverses = null } = told;
      const ignored = duplicateOf !== null || told.kind === "not_ar";
      const exact = answer(ignored ? "ignore" : "auto", { ...told, duplicateOf, reverses });
      expect(scoreLine(told, exact)).toMatchObject({ first: true, topThree: true, strict: true });
      const shrug = scoreLine(told, answer("review", nobody));
      expect(shrug.first).toBe(told.customerId === null && told.kind !== "not_ar");
    }
  }
});

describe("a folder", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cash-set-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is read as it was written", () => {
    const set = makePayerYear({ seed: "folder", customers: 5, lines: 20, mix: MIXES.usual });
    writeCashSet(folder, set);
    expect(readCashSet(folder)).toEqual(set);
  });

  test("that is wrong gives one sentence with the place", () => {
    expect(readCashSet(join(folder, "none"))).toMatch(/^There is no folder .*none\.$/);
    writeFileSync(join(folder, "truth.json"), "{}");
    expect(readCashSet(folder)).toMatch(/truth\.json has no line B00001\.$/);
    writeFileSync(join(folder, "bank.json"), "[{");
    expect(readCashSet(folder)).toMatch(/bank\.json is no JSON\.$/);
    rmSync(join(folder, "bank.json"));
    expect(readCashSet(folder)).toMatch(/lacks the file bank\.json\.$/);
  });
});

test("an invented year: nothing is applied wrongly, and enough alone", () => {
  const set = makePayerYear({ seed: "smoke", customers: 40, lines: 600, mix: MIXES.usual });
  const { played } = playSet(set, CASH_RULES);
  const wrong = played.filter(({ truth, answer }) => {
    const { auto, first } = scoreLine(truth, answer);
    return auto && !first;
  });
  expect(wrong.map(({ line, truth }) => ({ line, truth }))).toEqual([]);
  const shares = sharesOf(tallyOf(played));
  expect(shares.auto).toBeGreaterThan(0.5);
  expect(shares.first).toBeGreaterThan(0.8);
  expect(shares.topThree).toBeGreaterThan(0.85);
});
