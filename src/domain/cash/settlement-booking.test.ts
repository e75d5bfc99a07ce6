/** Bookings of settlements: to the cent, on the right days, and exactly undone. */
import { describe, expect, test } from "vitest";
import { holdsOften } from "../../../test/kit/holds.ts";
import { cny, countingIds, on } from "../../../test/kit/import-book.ts";
import {
  anySettlement,
  anyWish,
  claimOf,
  creditOf,
  plainCase,
  plainWish,
  receiptOf,
  receivedOn,
  settled,
  standingAfter,
} from "../../../test/kit/settlement.ts";
import { undoEntry } from "../book/booking.ts";
import type { EntryId, ItemId } from "../values/ids.ts";
import { add, compare, isNegative, moneyOf, subtract, total } from "../values/money.ts";
import { judgeSettlement } from "./settlement.ts";
import { bookSettlement } from "./settlement-booking.ts";

const a = "a" as ItemId;

describe("whatever is settled", () => {
  test("a wish that adds up is taken, and each item changes by exactly what was wished", () => {
    holdsOften(anySettlement, ({ wish, given }) => {
      const settlement = settled(wish, given);
      const { postings, opened } = bookSettlement(settlement, countingIds(), []);
      const after = standingAfter(postings);
      for (const { itemId, amount } of settlement.claims) {
        expect(after.get(itemId)).toBe(-amount.minor);
      }
      for (const { itemId, amount } of settlement.credits) {
        expect(after.get(itemId)).toBe(amount.minor);
      }
      const changed = new Map<string, bigint>();
      for (const { itemId, by } of opened) {
        changed.set(itemId, (changed.get(itemId) ?? 0n) + by.minor);
      }
      for (const [itemId, by] of changed) expect(after.get(itemId)).toBe(by);
    });
  });

  test("every cent of the receipt is used, or stays on account", () => {
    holdsOften(anySettlement, ({ wish, given }) => {
      const { receipt, onAccount, claims, credits, givenUp, currency } = settled(wish, given);
      const rest = given.receipt?.rest ?? moneyOf("0", currency);
      const used = receipt?.amount ?? moneyOf("0", currency);
      expect(add(used, onAccount)).toEqual(rest);
      const sources = [used, ...credits.map(({ amount }) => amount)];
      if (givenUp !== null) sources.push(givenUp.amount);
      const paid = claims.map((claim) => claim.paid);
      expect(total(paid, currency)).toEqual(total(sources, currency));
    });
  });

  test("undoing restores every balance", () => {
    holdsOften(anySettlement, ({ wish, given }) => {
      const { postings } = bookSettlement(settled(wish, given), countingIds(), []);
      const entry = { id: "undo" as EntryId, effectiveOn: given.today, because: [] };
      const undone = undoEntry({ ...entry, kind: "unapply" }, postings);
      const after = standingAfter([...postings, ...undone.postings]);
      expect([...after.values()].every((sum) => sum === 0n)).toBe(true);
    });
  });

  test("no wish, however wrong, is taken beyond what is open or there", () => {
    holdsOften(anyWish, ({ wish, given }) => {
      const judged = judgeSettlement(wish, given);
      if (!judged.ok) return;
      const { claims, credits, onAccount, receipt } = judged.value;
      const open = new Map([...given.claims, ...given.credits].map((item) => [item.id, item.open]));
      for (const { itemId, amount } of [...claims, ...credits]) {
        expect(compare(amount, open.get(itemId) ?? moneyOf("0", amount.currency))).not.toBe(1);
      }
      expect(isNegative(onAccount)).toBe(false);
      if (receipt !== null && given.receipt !== null) {
        expect(subtract(given.receipt.rest, receipt.amount)).toEqual(onAccount);
      }
      expect(() => bookSettlement(judged.value, countingIds(), [])).not.toThrow();
    });
  });

  test("the order in which the items were loaded changes nothing", () => {
    holdsOften(anySettlement, ({ wish, given }) => {
      const [claims, credits] = [given.claims.toReversed(), given.credits.toReversed()];
      expect(settled(wish, { ...given, claims, credits })).toEqual(settled(wish, given));
    });
  });
});

describe("one receipt", () => {
  test("over three invoices, with a rest on account", () => {
    const claims = ["100.00", "250.00", "49.99"].map((open, at) => claimOf(`c${at}`, open));
    const allocations = claims.map(({ id, open }) => ({ itemId: id, amount: open, paid: null }));
    const given = { ...plainCase, receipt: receiptOf("400.00"), claims };
    const settlement = settled({ ...plainWish, allocations }, given);
    expect(settlement.onAccount).toEqual(cny("0.01"));
    const { entries, postings } = bookSettlement(settlement, countingIds(), []);
    expect(entries.map(({ kind, effectiveOn }) => [kind, effectiveOn])).toEqual([
      ["allocation", "2026-03-10"],
    ]);
    expect(postings.map(({ itemId, amount }) => [itemId, amount.minor])).toEqual([
      ["c0", -10000n],
      ["receipt", 39999n],
      ["c1", -25000n],
      ["c2", -4999n],
    ]);
  });

  test("with a credit memo and a bank's fee", () => {
    const given = {
      ...plainCase,
      receipt: receiptOf("885.00"),
      claims: [claimOf("a", "1000.00")],
      credits: [{ ...creditOf("k", "100.00"), issuedOn: receivedOn }],
    };
    const settlement = settled(
      {
        ...plainWish,
        allocations: [{ itemId: a, amount: cny("1000.00"), paid: null }],
        credits: [{ itemId: "k" as ItemId, amount: cny("100.00") }],
        shortfall: { kind: "bank_fee", amount: cny("15.00") },
      },
      given,
    );
    const { postings } = bookSettlement(settlement, countingIds(), []);
    expect(
      postings.map(({ account, itemId, amount }) => [itemId ?? account, amount.minor]),
    ).toEqual([
      ["a", -100000n],
      ["k", 10000n],
      ["bank_charge", 1500n],
      ["receipt", 88500n],
    ]);
  });

  test("kept on account as a whole books no allocation", () => {
    const settlement = settled(plainWish, { ...plainCase, receipt: receiptOf("70.00") });
    expect(settlement).toMatchObject({ onAccount: cny("70.00"), receipt: null, claims: [] });
    expect(bookSettlement(settlement, countingIds(), []).entries).toEqual([]);
  });

  test("in yuan for an invoice in dollars: both sides stand on exchange", () => {
    const claims = [{ ...claimOf("a", "1"), open: moneyOf("100.00", "USD") }];
    const allocations = [{ itemId: a, amount: moneyOf("100.00", "USD"), paid: cny("712.35") }];
    const given = { ...plainCase, receipt: receiptOf("712.35"), claims };
    const settlement = settled({ ...plainWish, allocations }, given);
    const { postings } = bookSettlement(settlement, countingIds(), []);
    expect(
      postings.map(({ account, itemId, amount }) => [
        itemId ?? account,
        amount.minor,
        amount.currency,
      ]),
    ).toEqual([
      ["a", -10000n, "USD"],
      ["exchange", 10000n, "USD"],
      ["exchange", -71235n, "CNY"],
      ["receipt", 71235n, "CNY"],
    ]);
  });

  test("received before an invoice was issued settles it on the invoice's day", () => {
    const early = { ...claimOf("a", "60.00"), issuedOn: on("2026-02-01") };
    const late = { ...claimOf("b", "40.00"), issuedOn: on("2026-03-25") };
    const allocations = [early, late].map(({ id, open }) => ({
      itemId: id,
      amount: open,
      paid: null,
    }));
    const given = { ...plainCase, receipt: receiptOf("100.00"), claims: [early, late] };
    const booked = bookSettlement(settled({ ...plainWish, allocations }, given), countingIds(), []);
    expect(booked.postings.map(({ itemId, effectiveOn }) => [itemId, effectiveOn])).toEqual([
      ["a", "2026-03-10"],
      ["receipt", "2026-03-10"],
      ["b", "2026-03-25"],
      ["receipt", "2026-03-25"],
    ]);
    expect(booked.entries.map(({ effectiveOn }) => effectiveOn)).toEqual(["2026-03-25"]);
  });
});

test("credits alone settle a claim, on the later of their days", () => {
  const given = {
    ...plainCase,
    claims: [claimOf("a", "100.00")],
    credits: [{ ...creditOf("k", "30.00"), issuedOn: on("2026-03-05") }],
  };
  const wish = {
    ...plainWish,
    allocations: [{ itemId: a, amount: cny("30.00"), paid: null }],
    credits: [{ itemId: "k" as ItemId, amount: cny("30.00") }],
  };
  const { postings } = bookSettlement(settled(wish, given), countingIds(), []);
  expect(postings.map(({ itemId, effectiveOn }) => [itemId, effectiveOn])).toEqual([
    ["a", "2026-03-05"],
    ["k", "2026-03-05"],
  ]);
});
