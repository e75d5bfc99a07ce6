/** Which contract's words let a bank's return charge be claimed. */
import { expect, test } from "vitest";
import type { ContractId } from "../values/ids.ts";
import { chargeClauseOf } from "./charge-clause.ts";

const contract = (id: string, clause: string | null) => ({
  id: id as ContractId,
  number: `HT-${id}`,
  clause,
});
const settled = (...ids: string[]) => new Set(ids as ContractId[]);

test("the contract of the claims that were settled decides", () => {
  const both = [contract("1", null), contract("2", "第8.3条：退票费用由买方承担")];
  expect(chargeClauseOf(both, settled("2"))).toEqual({
    contract: "HT-2",
    text: "第8.3条：退票费用由买方承担",
  });
  expect(chargeClauseOf(both, settled("1"))).toBeNull();
});

test("without a named contract only the customer's only one counts", () => {
  expect(chargeClauseOf([contract("1", "words")], settled())).toMatchObject({ text: "words" });
  const two = [contract("1", "words"), contract("2", "other words")];
  expect(chargeClauseOf(two, settled())).toBeNull();
  expect(chargeClauseOf(two, settled("1", "2"))).toBeNull();
  expect(chargeClauseOf([], settled())).toBeNull();
});

test("an empty clause is none", () => {
  expect(chargeClauseOf([contract("1", "  ")], settled("1"))).toBeNull();
});
