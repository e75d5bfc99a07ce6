/** Contracts of a file against the book, and their papers. */
import { expect, test } from "vitest";
import { plainDate } from "../values/calendar.ts";
import type { ContractId, CustomerId } from "../values/ids.ts";
import { rate } from "../values/money.ts";
import {
  contractFactsText,
  gatherDocuments,
  judgeContract,
  linkPapers,
  newContract,
  type PlacedContract,
  papersAdded,
} from "./import-contracts.ts";
import type { LinkedDocument } from "./import-row.ts";

const customer = { id: "c1" as CustomerId, number: "C1", name: "甲" };
const paper = (number: string): LinkedDocument => ({
  kind: "delivery",
  number,
  datedOn: null,
  invoiceNumber: null,
});
const row = (different: Partial<PlacedContract> = {}): PlacedContract => ({
  line: 2,
  customerNumber: "C1",
  customerName: null,
  customer,
  number: "HT1",
  signedOn: undefined,
  termsText: undefined,
  termsDays: 60,
  lateClause: undefined,
  lateRate: rate(500_000n, "day"),
  appropriation: undefined,
  appropriationText: undefined,
  debtStructure: undefined,
  creditorSize: undefined,
  debtorSize: undefined,
  guarantee: undefined,
  serviceAddress: undefined,
  returnChargeClause: undefined,
  documents: [],
  ...different,
});
const stored = newContract(row(), "k1" as ContractId);

test("silent on appropriation and structure, a contract follows the statute and is single", () => {
  expect(stored).toMatchObject({
    appropriation: "statutory",
    debtStructure: "single",
    termsDays: 60,
  });
});

test("a new one in full", () => {
  const told = {
    signedOn: plainDate("2026-01-02"),
    termsText: "票到 60 天",
    lateClause: "日万分之五",
    lateRate: null,
    appropriation: "agreed",
    appropriationText: "先本后息",
    debtStructure: "independent_periodic",
    creditorSize: "small",
    debtorSize: "large",
    guarantee: "保证",
    serviceAddress: "苏州",
    returnChargeClause: "退票费用由买方承担",
    termsDays: null,
  } as const;
  expect(newContract(row(told), "k2" as ContractId)).toMatchObject(told);
});

test("terms that differ, and another customer, are changes", () => {
  expect(judgeContract(row(), stored).verdict).toBe("unchanged");
  expect(judgeContract(row({ termsDays: 30 }), stored)).toMatchObject({
    change: { field: "terms_days", book: "60", file: "30" },
  });
  const moved = { ...customer, id: "c2" as CustomerId };
  expect(judgeContract(row({ customer: moved }), stored)).toMatchObject({
    after: { customerId: "c2" },
    change: { field: "customer_number" },
  });
});

test("rows of one contract with different papers say the same, and their papers are gathered", () => {
  const rows = [
    row({ documents: [paper("SH1")] }),
    row({ line: 3, documents: [paper("SH2")] }),
    row({ line: 4, number: "HT2", lateRate: null, documents: [paper("SH3")] }),
  ];
  const [first, second] = rows.map(contractFactsText);
  expect(first).toBe(second);
  const numbers = gatherDocuments(rows).map(({ documents }) =>
    documents.map(({ number }) => number),
  );
  expect(numbers[0]).toEqual(["SH1", "SH2"]);
  expect(numbers[2]).toEqual(["SH3"]);
});

test("papers belong to their contract; those there already add nothing", () => {
  const rows = [row({ documents: [paper("SH1"), paper("SH2")] })];
  expect(linkPapers(rows, [stored]).map(({ contractId, number }) => [contractId, number])).toEqual([
    ["k1", "SH1"],
    ["k1", "SH2"],
  ]);
  expect(linkPapers(rows, [])).toEqual([]);
  const there = (number: string) => ({ contractId: stored.id, kind: "delivery", number }) as const;
  expect(papersAdded(rows, [stored], [], [there("SH1")])).toEqual({ added: 1 });
  expect(papersAdded(rows, [stored], [], [there("SH1"), there("SH2")])).toEqual({ added: 0 });
  expect(papersAdded(rows, [stored], [stored], [])).toEqual({ added: 0 });
});
