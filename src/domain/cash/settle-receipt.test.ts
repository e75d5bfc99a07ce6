/** Settling receipts one after another, and taking it back: no cent appears or vanishes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { cny, countingIds, on } from "../../../test/kit/import-book.ts";
import { claimOf, creditOf, payer, plainWish, strictRules } from "../../../test/kit/settlement.ts";
import type { Booking, Leg } from "../book/booking.ts";
import type { ItemId } from "../values/ids.ts";
import { add, isZero, money, total } from "../values/money.ts";
import { bookUnidentified } from "./receipt.ts";
import { type OpenItems, type SettledReceipt, settleReceipt } from "./settle-receipt.ts";
import type { SettlementWish } from "./settlement.ts";
import { moneyOfStored, storedSettlement } from "./stored-settlement.ts";
import { bookUndo } from "./undo.ts";

const unit = cny("0").currency;
const day = on("2026-03-10");
const newId = countingIds();
const by = {
  ...{ rules: strictRules, by: "person" as const, reason: "约定", today: day, newId },
  because: [],
};
const receiptOf = (minor: bigint, different: Partial<SettledReceipt> = {}): SettledReceipt => ({
  ...{ number: "BR-1", amount: money(minor, unit), receivedOn: day, method: "bank" as const },
  ...{ reference: null, rest: money(minor, unit), standing: "unidentified", itemId: null },
  ...different,
});

const someCase = fc.record({
  amount: fc.bigInt({ min: 1n, max: 30_000n }),
  claims: fc.array(fc.bigInt({ min: 1n, max: 20_000n }), { minLength: 1, maxLength: 5 }),
  credit: fc.bigInt({ min: 1n, max: 3_000n }),
  parts: fc.array(fc.bigInt({ min: 1n, max: 20_000n }), { maxLength: 5 }),
  used: fc.bigInt({ min: 0n, max: 3_000n }),
  standing: fc.constantFrom("new" as const, "unidentified" as const),
});

const yuan = (minor: bigint) => (Number(minor) / 100).toFixed(2);
type Some = typeof someCase extends fc.Arbitrary<infer One> ? One : never;

function play({ amount, claims, credit, parts, used, standing }: Some) {
  const items = [
    ...claims.map((minor, at) => claimOf(`c${at}`, yuan(minor))),
    creditOf("k", yuan(credit)),
  ];
  const open: OpenItems = new Map(items.map((item) => [item.id, item]));
  const wish: SettlementWish = {
    ...plainWish,
    allocations: parts
      .slice(0, claims.length)
      .map((minor, at) => ({ itemId: `c${at}` as ItemId, amount: money(minor, unit), paid: null })),
    credits: used === 0n ? [] : [{ itemId: "k" as ItemId, amount: money(used, unit) }],
  };
  const receipt = receiptOf(amount, { standing });
  return { open, receipt, wish, before: new Map(open) };
}

/** Sums of postings by item, or by account where there is none. */
function sumsOf(bookings: readonly Booking[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { postings } of bookings) {
    for (const { itemId, account, amount } of postings) {
      const key = itemId ?? account;
      sums.set(key, (sums.get(key) ?? 0n) + amount.minor);
    }
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n));
}

const legsOf = ({ postings }: Booking, kindEntry: string | null): readonly Leg[] =>
  postings.filter(({ entryId }) => entryId === kindEntry);

test("no cent appears or vanishes, and nothing is settled beyond what is open", () => {
  const property = fc.property(someCase, (some) => {
    const { open, receipt, wish, before } = play(some);
    const settled = settleReceipt(receipt, payer, wish, open, by);
    if (!settled.ok) {
      expect(open).toEqual(before);
      return;
    }
    const { booking, itemId, settlement } = settled.value;
    const all = booking.postings.map(({ amount }) => amount);
    expect(isZero(total(all, unit))).toBe(true);
    for (const [id, { open: left }] of open) {
      expect(left.minor >= 0n).toBe(true);
      const was = before.get(id)?.open.minor ?? 0n;
      const change = sumsOf([booking]).get(id) ?? 0n;
      const claim = String(id).startsWith("c");
      if (id !== itemId) expect(left.minor).toBe(claim ? was + change : was - change);
    }
    const paid = total(
      settlement.claims.map((claim) => claim.amount),
      unit,
    );
    const spent = total(
      settlement.credits.map((credit) => credit.amount),
      unit,
    );
    expect(add(receipt.amount, spent)).toEqual(add(paid, settlement.onAccount));
    expect(
      moneyOfStored(storedSettlement(settlement).onAccount ?? { minor: "", currency: "" }),
    ).toEqual(settlement.onAccount);
  });
  fc.assert(property, { numRuns: 10_000 });
});

test("settling and undoing restores every balance", () => {
  const property = fc.property(someCase, (some) => {
    const { open, receipt, wish } = play({ ...some, standing: "unidentified" });
    const came = bookUnidentified(receipt, newId, []);
    const settled = settleReceipt(receipt, payer, wish, open, by);
    if (!settled.ok) return;
    const { booking, itemId, entryId, settlement } = settled.value;
    const undone = bookUndo(
      {
        ...{ receipt, itemId, rest: settlement.onAccount, legs: legsOf(booking, entryId) },
        ...{ identified: true, others: [], reason: "认错" },
      },
      { newId, today: day, by: "出纳" },
    );
    expect(undone).toMatchObject({ value: { unidentified: true, reopens: true } });
    if (!undone.ok) return;
    const { endEntryId } = undone.value;
    expect(endEntryId === null).toBe(entryId === null);
    expect(sumsOf([came, booking, undone.value.booking])).toEqual(sumsOf([came]));
  });
  fc.assert(property, { numRuns: 10_000 });
});

const split: SettlementWish = {
  ...plainWish,
  allocations: [{ itemId: "c0" as ItemId, amount: cny("10.00"), paid: null }],
};
const openC0 = (): OpenItems => new Map([["c0" as ItemId, claimOf("c0", "25.00")]]);

test("the next receipt is settled against what this one left, and may use up its rest", () => {
  const open = openC0();
  const first = settleReceipt(receiptOf(2_500n), payer, split, open, by);
  if (!first.ok) throw new Error(first.refusal.code);
  expect(first.value.left).toEqual([{ itemId: "c0", amount: cny("15.00") }]);
  const { itemId } = first.value;
  const wish = {
    ...plainWish,
    allocations: [{ itemId: "c0" as ItemId, amount: cny("15.00"), paid: null }],
    credits: [{ itemId, amount: cny("5.00") }],
  };
  const second = settleReceipt(receiptOf(1_000n), payer, wish, open, by);
  expect(second).toMatchObject({ ok: true, value: { left: [] } });
  expect(open.get(itemId)?.open).toEqual(cny("10.00"));
  expect(open.get("c0" as ItemId)?.open).toEqual(cny("0.00"));
});

test("a deduction is what is left of the claim; it is kept as such", () => {
  const shortfall = { kind: "deduction" as const, amount: cny("2.00") };
  const settled = settleReceipt(receiptOf(800n), payer, { ...split, shortfall }, openC0(), by);
  expect(settled).toMatchObject({ value: { left: [{ itemId: "c0", amount: cny("2.00") }] } });
  if (!settled.ok) return;
  expect(storedSettlement(settled.value.settlement)).toMatchObject({
    shortfall: { kind: "deduction", minor: "200", currency: "CNY" },
    allocations: [{ itemId: "c0", minor: "800" }],
  });
});

test("what is given up is kept with its kind", () => {
  const shortfall = { kind: "bank_fee" as const, amount: cny("2.00") };
  const settled = settleReceipt(receiptOf(800n), payer, { ...split, shortfall }, openC0(), by);
  if (!settled.ok) throw new Error(settled.refusal.code);
  expect(storedSettlement(settled.value.settlement).shortfall).toEqual({
    ...{ kind: "bank_fee", minor: "200", currency: "CNY" },
  });
});
