/** The file as the whole truth of a day. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { bookItem, cny, invoiceRow, on } from "../../../test/kit/import-book.ts";
import { money } from "../values/money.ts";
import type { BookItem } from "./import-invoices.ts";
import type { InvoiceRow } from "./import-row.ts";
import { judgeSnapshot } from "./import-snapshot.ts";

const day = on("2026-03-01");
const none: ReadonlySet<string> = new Set();
const known = (item: BookItem, row: Partial<InvoiceRow> = {}) => ({
  item,
  row: invoiceRow({ number: item.number, ...row }),
});
const yuan = (minor: bigint) => money(minor, cny("0").currency);
const after = (item: BookItem, by: { minor: bigint } | undefined) =>
  item.open.minor + (by?.minor ?? 0n);

const anyBook = fc.array(
  fc.record({ before: fc.bigInt(0n, 500n), inFile: fc.option(fc.bigInt(1n, 500n)) }),
  { maxLength: 6 },
);

test("afterwards the book says what the file says, and once more changes nothing", () => {
  holds(anyBook, (book) => {
    const items = book.map(({ before }, at) =>
      bookItem({ number: `N${at}`, amount: yuan(500n), open: yuan(before) }),
    );
    const listed = items.flatMap((item, at) => {
      const inFile = book[at]?.inFile ?? null;
      return inFile === null ? [] : [known(item, { amount: yuan(inFile) })];
    });
    const { corrections } = judgeSnapshot(listed, items, none, day);
    const by = new Map(corrections.map((one) => [one.item.id, one.by]));
    const then = items.map((item) => {
      const open = yuan(after(item, by.get(item.id)));
      return { ...item, open, openThen: open };
    });
    expect(then.map(({ open }) => open.minor)).toEqual(book.map(({ inFile }) => inFile ?? 0n));
    const again = listed.map(({ row, item }) => ({
      row,
      item: then.find(({ id }) => id === item.id) ?? item,
    }));
    expect(judgeSnapshot(again, then, none, day)).toEqual({
      corrections: [],
      dueDays: [],
      notes: [],
      changed: 0,
    });
  });
});

describe("an item of the file", () => {
  test("of which less is open was settled in the ERP by that day", () => {
    const item = bookItem();
    const { corrections, changed } = judgeSnapshot(
      [known(item, { paid: cny("30.00") })],
      [item],
      none,
      day,
    );
    expect(changed).toBe(1);
    expect(corrections).toEqual([
      {
        item,
        by: cny("-30.00"),
        on: day,
        account: "settled_in_erp",
        difference: {
          kind: "changed",
          line: 2,
          number: "INV1",
          customer: "C1",
          before: { amount: "100.00", currency: "CNY" },
          after: { amount: "70.00", currency: "CNY" },
        },
      },
    ]);
  });

  test("of which more is open is a difference; so is a larger credit", () => {
    const account = (item: BookItem, amount: string) =>
      judgeSnapshot([known(item, { amount: cny(amount) })], [item], none, day).corrections[0]
        ?.account;
    expect(account(bookItem(), "120.00")).toBe("difference");
    const memo = bookItem({ kind: "credit_memo", amount: cny("-100.00") });
    expect(account(memo, "-120.00")).toBe("difference");
    expect(account(memo, "-80.00")).toBe("settled_in_erp");
  });

  test("moves its due day with it, and says so", () => {
    const item = bookItem();
    const moved = judgeSnapshot([known(item, { dueOn: on("2026-02-09") })], [item], none, day);
    expect(moved).toMatchObject({
      corrections: [],
      changed: 1,
      dueDays: [{ item, dueOn: "2026-02-09" }],
    });
    expect(moved.notes).toMatchObject([{ line: 2, code: "due_day_changed", book: "2026-02-05" }]);
  });

  test("keeps a due day that was moved by agreement, whatever the list says", () => {
    const item = { ...bookItem(), dueAgreed: true };
    const kept = judgeSnapshot([known(item, { dueOn: on("2026-02-09") })], [item], none, day);
    expect(kept).toEqual({ corrections: [], dueDays: [], notes: [], changed: 0 });
  });

  test("issued after the snapshot's day is corrected on its own day", () => {
    const item = bookItem({ issuedOn: on("2026-03-05") });
    const { corrections } = judgeSnapshot(
      [known(item, { amount: cny("90.00") })],
      [item],
      none,
      day,
    );
    expect(corrections[0]?.on).toBe("2026-03-05");
  });
});

describe("an item the file does not list", () => {
  test("is closed, credits and receipts too", () => {
    const receipt = bookItem({ number: "R", kind: "receipt", amount: cny("-40.00"), dueOn: null });
    const { corrections, changed } = judgeSnapshot([], [bookItem(), receipt], none, day);
    expect(corrections.map(({ by, difference }) => [by.minor, difference.kind])).toEqual([
      [-10000n, "closed"],
      [4000n, "closed"],
    ]);
    expect(changed).toBe(0);
  });

  test("stays when it was issued later, or stands in a refused row", () => {
    const later = bookItem({ issuedOn: on("2026-03-02") });
    expect(judgeSnapshot([], [later], none, day).corrections).toEqual([]);
    expect(judgeSnapshot([], [bookItem()], new Set(["INV1"]), day).corrections).toEqual([]);
    const receipt = bookItem({ kind: "receipt", amount: cny("-40.00") });
    expect(judgeSnapshot([], [receipt], new Set(["INV1"]), day).corrections).toHaveLength(1);
  });
});

describe("what happened after that day is kept", () => {
  test("paid since: nothing is left to close", () => {
    const paid = bookItem({ open: cny("0"), openThen: cny("100.00") });
    const { corrections, notes } = judgeSnapshot([], [paid], none, day);
    expect(corrections).toEqual([]);
    expect(notes).toMatchObject([{ code: "later_payment_kept", number: "INV1" }]);
  });

  test("paid in part since: only the rest is closed", () => {
    const part = bookItem({ open: cny("30.00"), openThen: cny("100.00") });
    expect(judgeSnapshot([], [part], none, day).corrections[0]?.by).toEqual(cny("-30.00"));
  });

  test("a credit used since is not turned round", () => {
    const used = bookItem({
      kind: "receipt",
      amount: cny("-50.00"),
      open: cny("-20.00"),
      openThen: cny("-50.00"),
    });
    expect(judgeSnapshot([], [used], none, day).corrections[0]?.by).toEqual(cny("20.00"));
    const turned = bookItem({ open: cny("-1.00"), openThen: cny("100.00") });
    expect(judgeSnapshot([], [turned], none, day).corrections).toEqual([]);
  });
});
