/** Entries balance, whatever they are made of. */
import { expect, test } from "vitest";
import { anyDay, anyMoney } from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import { cny, on, sumOf } from "../../../test/kit/import-book.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { moneyOf, negate } from "../values/money.ts";
import { Broken } from "../values/result.ts";
import {
  allocationEntry,
  balancedEntry,
  documentEntry,
  identifyEntry,
  inOne,
  type Leg,
  type NewItem,
  NOTHING_BOOKED,
  refundEntry,
  snapshotEntry,
  together,
  undoEntry,
  unidentifiedEntry,
  unidentifyEntry,
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

test("an entry balances in each of its currencies", () => {
  const claimed = moneyOf("100.00", "USD");
  const legs = [
    { account: "receivable", itemId: claim, amount: negate(claimed) },
    { account: "exchange", itemId: null, amount: claimed },
    { account: "receivable", itemId: credit, amount: cny("710.00") },
    { account: "exchange", itemId: null, amount: cny("-710.00") },
  ] as const;
  expect(balancedEntry({ ...entry, kind: "allocation" }, legs).postings).toHaveLength(4);
  const lost = legs.slice(0, 3);
  expect(() => balancedEntry({ ...entry, kind: "allocation" }, lost)).toThrow(Broken);
});

test("money of nobody, its customer found, and lost again: nothing remains but the cash", () => {
  holds(anyMoney, (amount) => {
    const steps = [
      unidentifiedEntry(entry, amount, "cash"),
      identifyEntry(entry, credit, amount),
      unidentifyEntry(entry, credit, amount),
    ];
    const sums = new Map<string, bigint>();
    for (const { account, itemId, amount: by } of steps.flatMap(({ postings }) => postings)) {
      const key = itemId ?? account;
      sums.set(key, (sums.get(key) ?? 0n) + by.minor);
    }
    expect(Object.fromEntries(sums)).toEqual({
      cash: amount.minor,
      unidentified: -amount.minor,
      [credit]: 0n,
    });
    expect(unidentifyEntry(entry, credit, amount).opened).toEqual([{ itemId: credit, by: amount }]);
  });
});

test("what is undone is the exact opposite, and changes what is open back", () => {
  holds(anyMoney, (amount) => {
    const { postings } = allocationEntry(entry, claim, credit, amount);
    const undone = undoEntry({ ...entry, id: "e2" as EntryId, kind: "unapply" }, postings);
    const back = undone.postings.map(({ account, itemId, amount: by }) => [account, itemId, by]);
    const there = postings.map(({ account, itemId, amount: by }) => [account, itemId, negate(by)]);
    expect(back).toEqual(there);
    expect(undone.postings.every(({ entryId }) => entryId === "e2")).toBe(true);
    expect(undone.opened).toEqual([
      { itemId: claim, by: amount },
      { itemId: credit, by: negate(amount) },
    ]);
  });
});

test("a mistake is undone on the days on which it counted, a returned payment on its own", () => {
  const later = on("2026-03-01");
  const { postings } = allocationEntry(entry, claim, credit, cny("1.00"));
  const undo = { ...entry, id: "e2" as EntryId, kind: "unapply", effectiveOn: later } as const;
  const days = (legs: readonly Leg[]) =>
    undoEntry(undo, legs).postings.map(({ effectiveOn }) => effectiveOn);
  expect(days(postings)).toEqual([entry.effectiveOn, entry.effectiveOn]);
  const bare = postings.map(({ account, itemId, amount }) => ({ account, itemId, amount }));
  expect(days(bare)).toEqual([later, later]);
});

test("an entry balances on each of its days", () => {
  const legs = [
    { account: "receivable", itemId: claim, amount: cny("-1.00") },
    { account: "receivable", itemId: credit, amount: cny("1.00"), effectiveOn: on("2026-03-01") },
  ] as const;
  expect(() => balancedEntry({ ...entry, kind: "allocation" }, legs)).toThrow(Broken);
});

test("a refund uses up the credit and takes cash", () => {
  const { postings, opened, entries } = refundEntry(entry, credit, cny("30.00"));
  expect(postings.map(({ account, amount }) => [account, amount.minor])).toEqual([
    ["receivable", 3000n],
    ["cash", -3000n],
  ]);
  expect(opened).toEqual([{ itemId: credit, by: cny("30.00") }]);
  expect(entries[0]?.kind).toBe("refund");
});

test("what a later booking changes of an item made by an earlier one stands in the item", () => {
  const made = { ...NOTHING_BOOKED, items: [item("receipt", cny("-100.00"))] };
  const used = {
    ...NOTHING_BOOKED,
    opened: [
      { itemId: claim, by: cny("60.00") },
      { itemId: claim, by: cny("10.00") },
      { itemId: credit, by: cny("-70.00") },
    ],
  };
  const all = inOne([made, used]);
  expect(all.items.map(({ open }) => open)).toEqual([cny("-30.00")]);
  expect(all.opened).toEqual([{ itemId: credit, by: cny("-70.00") }]);
});

test("a bill of exchange is not cash", () => {
  const { postings } = documentEntry(item("receipt", cny("-5.00")), entry.id, [], "bill");
  expect(postings.map(({ account }) => account)).toEqual(["receivable", "bill"]);
});
