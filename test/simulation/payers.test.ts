/** The invented year of payments is one that can have happened. */
import { describe, expect, test } from "vitest";
import type { CashSet, SetLine, SetTruth } from "../../scripts/bench/cash-set.ts";
import { MIXES, type MixName } from "./payer-mixes.ts";
import { makePayerYear } from "./payers.ts";

const names = Object.keys(MIXES) as MixName[];
const year = (mix: MixName, seed = "test"): CashSet =>
  makePayerYear({ seed, customers: 40, lines: 600, mix: MIXES[mix] });

const sum = (amounts: readonly { readonly amount: number }[]): number =>
  amounts.reduce((all, { amount }) => all + amount, 0);

/** The line, what is netted and what is kept off it make the allocations and what is left over. */
const addsUp = (line: SetLine, truth: SetTruth): boolean =>
  line.amount + sum(truth.creditNotes) + truth.fee + truth.discount ===
  sum(truth.allocations) + truth.onAccount;

const posts = ({ kind, customerId, duplicateOf, reverses }: SetTruth): boolean =>
  customerId !== null &&
  duplicateOf === undefined &&
  reverses === undefined &&
  !kind.startsWith("fx_");

describe.each(names)("a year of the mix %s", (mix) => {
  const set = year(mix);
  const invoices = new Map(set.invoices.map((invoice) => [invoice.id, invoice]));
  const lines = new Map(set.bank.map((line) => [line.id, line]));
  const told = set.bank.map((line) => ({ line, truth: set.truth[line.id] as SetTruth }));

  test("the same seed makes the same year, another one another", () => {
    expect(year(mix)).toEqual(set);
    expect(year(mix, "other").bank).not.toEqual(set.bank);
  });

  test("every truth adds up, and pays invoices of its customer that were issued", () => {
    for (const { line, truth } of told) {
      if (posts(truth)) expect(addsUp(line, truth), JSON.stringify({ line, truth })).toBe(true);
      for (const { invoiceId, amount } of truth.allocations) {
        expect(amount).toBeGreaterThan(0);
        const invoice = invoices.get(invoiceId);
        expect(invoice?.customerId).toBe(truth.customerId);
        expect((invoice?.issued ?? "") <= line.date).toBe(true);
      }
    }
  });

  test("nothing is settled beyond its amount, also when payments come back", () => {
    const left = new Map(set.invoices.map(({ id, amount }) => [id, amount]));
    const settle = (truth: SetTruth | undefined, sign: number) => {
      for (const { invoiceId, amount } of truth?.allocations ?? []) {
        left.set(invoiceId, (left.get(invoiceId) ?? 0) - sign * amount);
        expect(left.get(invoiceId)).toBeGreaterThanOrEqual(0);
      }
    };
    for (const { truth } of told) {
      settle(truth, 1);
      if (truth.reverses !== undefined) settle(set.truth[truth.reverses], -1);
    }
  });

  test("copies and returns name an earlier line of the amount", () => {
    for (const { line, truth } of told) {
      const named = truth.duplicateOf ?? truth.reverses;
      if (named === undefined) continue;
      const original = lines.get(named);
      expect((original?.date ?? "9") <= line.date).toBe(true);
      expect(original?.amount).toBe(truth.reverses === undefined ? line.amount : -line.amount);
    }
  });
});

test("over all mixes every kind of payment happens", () => {
  const truths = names.flatMap((mix) => Object.values(year(mix).truth));
  const kinds = new Set(truths.map(({ kind }) => kind));
  for (const kind of Object.keys(MIXES.usual.kinds)) {
    expect(kinds, kind).toContain(kind === "twins" ? "twin_second" : kind);
  }
  for (const kind of ["duplicate_line", "double_payment", "returned", "refund_out"]) {
    expect(kinds).toContain(kind);
  }
  expect([...kinds].filter((kind) => kind.endsWith("_again"))).not.toEqual([]);
});
