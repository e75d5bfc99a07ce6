/** A customer's documents: what rests of each is never more than is open. */
import { expect, test } from "vitest";
import type { AccountPromise } from "../domain/strategy/dunning-account.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { DisputeId, ItemId, PromiseId } from "../domain/values/ids.ts";
import { currency, moneyOf } from "../domain/values/money.ts";
import type { ItemDetail } from "../store/customer-items.ts";
import { balancesOf, itemShower } from "./customer-items.ts";
import type { CustomerStanding } from "./customer-standing.ts";

const today = plainDate("2026-03-31");
const cny = currency("CNY");
const id = "i-1" as ItemId;

const item = (open: bigint, change: Partial<ItemDetail> = {}): ItemDetail => ({
  id,
  kind: "invoice",
  number: "F-1",
  issuedOn: plainDate("2026-01-10"),
  dueOn: plainDate("2026-03-11"),
  currency: cny,
  amount: 500_000n,
  open,
  contract: null,
  reference: null,
  ...change,
});

const dispute = (amount: bigint, closed = false) => ({
  id: "d-1" as DisputeId,
  item: id,
  itemNumber: "F-1",
  amount,
  currency: cny,
  reason: "quality" as const,
  note: null,
  openedOn: today,
  closedOn: closed ? today : null,
  outcome: closed ? ("upheld" as const) : null,
});

const promise = (state: "open" | "broken"): AccountPromise => ({
  id: "p-1" as PromiseId,
  items: [{ item: id, amount: moneyOf("3000.00", "CNY").minor, came: 0n }],
  takenOn: today,
  takenAt: null,
  payOn: today,
  judgeOn: plainDate("2026-04-04"),
  state,
  judgedOn: null,
});

const standing = (change: Partial<CustomerStanding> = {}): CustomerStanding => ({
  holds: [],
  disputes: [],
  planned: [],
  counted: [],
  promises: { lines: [], shown: [] },
  ...change,
});

test("after a part payment a dispute rests only what is still open", () => {
  const show = itemShower(standing({ disputes: [dispute(400_000n)] }), [], today);
  expect(show(item(500_000n)).disputed).toEqual(moneyOf("4000.00", "CNY"));
  expect(show(item(100_000n)).disputed).toEqual(moneyOf("1000.00", "CNY"));
  expect(show(item(0n)).disputed).toBeNull();
});

test("a closed dispute and a broken promise rest nothing any more", () => {
  const ended = standing({ disputes: [dispute(400_000n, true)], counted: [promise("broken")] });
  expect(itemShower(ended, [], today)(item(500_000n))).toMatchObject({
    disputed: null,
    promised: null,
    free: moneyOf("5000.00", "CNY"),
  });
  const waiting = itemShower(standing({ counted: [promise("open")] }), [], today);
  expect(waiting(item(500_000n)).promised).toEqual(moneyOf("3000.00", "CNY"));
  expect(waiting(item(500_000n)).free).toEqual(moneyOf("2000.00", "CNY"));
});

test("due today is not due: neither late nor overdue", () => {
  const show = itemShower(standing(), [], today);
  const due = show(item(500_000n, { dueOn: today }));
  expect(due).toMatchObject({ days: 0, bucket: "not_due" });
  expect(balancesOf([due])).toMatchObject([
    { overdue: moneyOf("0.00", "CNY"), balance: moneyOf("5000.00", "CNY"), oldestDays: 0 },
  ]);
});

test("currencies stay apart, and unused credit lowers the balance but no overdue sum", () => {
  const show = itemShower(standing(), [], today);
  const usd = currency("USD");
  const balances = balancesOf([
    show(item(500_000n)),
    show(item(-20_000n, { kind: "receipt", dueOn: null })),
    show(item(70_000n, { currency: usd })),
  ]);
  expect(balances).toMatchObject([
    {
      balance: moneyOf("4800.00", "CNY"),
      overdue: moneyOf("5000.00", "CNY"),
      unapplied: moneyOf("-200.00", "CNY"),
      oldestDays: 20,
    },
    { balance: moneyOf("700.00", "USD"), unapplied: moneyOf("0.00", "USD") },
  ]);
});

test("a hold on one document holds that one alone", () => {
  const hold = {
    id: "h-1" as never,
    item: id,
    itemNumber: "F-1",
    kind: "internal" as const,
    reason: "对账",
    from: today,
    until: plainDate("2026-04-01"),
    ...{ group: null, groupName: null, placedAt: null, placedBy: null },
    ...{ liftedAt: null, liftedBy: null, liftReason: null },
  };
  const show = itemShower(standing({ holds: [hold] }), [], today);
  expect(show(item(1n)).held).toBe(true);
  expect(show(item(1n, { id: "i-2" as ItemId })).held).toBe(false);
  const tomorrow = itemShower(standing({ holds: [hold] }), [], plainDate("2026-04-01"));
  expect(tomorrow(item(1n)).held).toBe(false);
});
