/** Entries balance, whatever they are made of. */
import { expect, test } from "vitest";
import { anyDay, anyMoney } from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import { cny, on, sumOf } from "../../../test/kit/import-book.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { Broken } from "../values/result.ts";
import {
  allocationEntry,
  balancedEntry,
  documentEntry,
  type NewItem,
  NOTHING_BOOKED,
  snapshotEntry,
  together,
} from "./booking.ts";

const [claim, credit] = ["claim" as ItemId, "credit" as ItemId];
const entry = { id: "e1" as EntryId, effectiveOn: on("2026-01-05"), because: [] };
const item = (kind: NewItem["kind"], amount = cny("100.00")): NewItem => ({
  id: claim,
  customerId: "c" as CustomerId,
  kind,
  number: "1",
  amount,
  open: amount,
  issuedOn: on("2026-01-05"),
  dueOn: null,
  contractId: null,
  reference: null,
});

test("documents, allocations and corrections sum to nothing and count on one day", () => {
  holds(anyMoney, anyDay, (amount, day) => {
    const dated = { ...entry, effectiveOn: day };
    const made = [
      documentEntry({ ...item("invoice", amount), issuedOn: day }, entry.id, []),
      allocationEntry(dated, claim, credit, amount),
      snapshotEntry(dated, claim, amount, "difference"),
    ];
    for (const { entries, postings } of made) {
      expect(sumOf(postings.map((posting) => posting.amount))).toBe(0n);
      expect(entries.map(({ effectiveOn }) => effectiveOn)).toEqual([day]);
      expect(postings.map(({ line, effectiveOn }) => [line, effectiveOn])).toEqual([
        [1, day],
        [2, day],
      ]);
    }
  });
});

test("an invoice stands against sales, a receipt against cash", () => {
  const accounts = (kind: NewItem["kind"]) =>
    documentEntry(item(kind), entry.id, []).postings.map(({ account }) => account);
  expect(accounts("invoice")).toEqual(["receivable", "sales"]);
  expect(accounts("credit_memo")).toEqual(["receivable", "sales"]);
  expect(accounts("receipt")).toEqual(["receivable", "cash"]);
});

test("an allocation lowers the claim and uses the credit", () => {
  const { postings } = allocationEntry(entry, claim, credit, cny("30.00"));
  expect(postings.map(({ itemId, amount }) => [itemId, amount.minor])).toEqual([
    ["claim", -3000n],
    ["credit", 3000n],
  ]);
});

test("an entry that does not balance is a bug", () => {
  const leg = { account: "receivable", itemId: claim, amount: cny("1.00") } as const;
  expect(() => balancedEntry({ ...entry, kind: "document" }, [leg])).toThrow(Broken);
});

test("several bookings together lose nothing", () => {
  const one = { ...NOTHING_BOOKED, ...snapshotEntry(entry, claim, cny("1.00"), "difference") };
  const all = together([one, one, NOTHING_BOOKED]);
  expect([all.entries.length, all.postings.length, all.items.length]).toEqual([2, 4, 0]);
});
