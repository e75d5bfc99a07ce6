/** The report equals plain arithmetic on any book, and the past never changes. */
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day } from "../../test/kit/arbitraries.ts";
import { type Book, type BookItem, insertBook, type StoredBook } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { parseBuckets } from "../domain/book/ageing.ts";
import { addDays, daysBetween, type PlainDate } from "../domain/values/calendar.ts";
import { amountText } from "../domain/values/money.ts";
import type { Database } from "../store/database.ts";
import { run, sql } from "../store/sql.ts";
import { type AgeingReport, ageingJson, ageReceivables } from "./ageing.ts";
import { ageingSheet, bucketHeading } from "./ageing-sheet.ts";
import { listReportedCreditors } from "./report.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const START = day("2026-01-01");
const anyOffset = fc.integer({ min: 0, max: 500 });
const dayAt = (offset: number): PlainDate => addDays(START, offset);

/** Books in which a receipt pays at most what both it and the invoice have left. */
const anyBook: fc.Arbitrary<Book> = fc
  .record({
    claims: fc.array(
      fc.tuple(
        fc.nat(3),
        fc.constantFrom("CNY", "JPY"),
        fc.integer({ min: 2, max: 1e6 }),
        anyOffset,
        fc.nat(400),
        fc.integer({ min: 0, max: 9 }),
      ),
      { maxLength: 14 },
    ),
    late: fc.nat(60),
  })
  .map(({ claims, late }) => {
    const items: BookItem[] = [];
    const allocations: Book["allocations"][number][] = [];
    claims.forEach(([customer, currency, amount, issued, terms, share], at) => {
      const shared = { customer, currency, issuedOn: dayAt(issued) };
      const to = items.length;
      items.push({
        ...shared,
        number: `R${at}`,
        amount: BigInt(amount),
        dueOn: dayAt(issued + terms),
        bookedOn: dayAt(issued + late),
      });
      if (share === 0) return;
      const paid = (BigInt(amount) * BigInt(share)) / 6n + 1n;
      const on = dayAt(issued + terms + share * 7);
      items.push({ ...shared, number: `S${at}`, amount: -paid, issuedOn: on, dueOn: null });
      const used = paid < amount ? paid : BigInt(amount);
      allocations.push({ from: to + 1, to, amount: used, on: addDays(on, share) });
    });
    return { customers: 4, items, allocations };
  });

/** The same question answered item by item, with nothing but additions. */
function naively(book: Book, on: PlainDate, known: PlainDate): Map<string, bigint> {
  const cells = new Map<string, bigint>();
  const put = (item: BookItem, amount: bigint) => {
    const days = item.dueOn === null ? 0 : daysBetween(day(item.dueOn), on);
    const edges = [0, 30, 60, 90, 180, 365];
    const bucket = item.dueOn === null ? "unapplied" : edges.filter((edge) => days > edge).length;
    const key = `K${item.customer + 1} ${item.currency} ${bucket}`;
    cells.set(key, (cells.get(key) ?? 0n) + amount);
  };
  const counts = (effective: string, booked: string) => effective <= on && booked <= known;
  for (const item of book.items) {
    if (counts(item.issuedOn, item.bookedOn ?? item.issuedOn)) put(item, item.amount);
  }
  for (const { from, to, amount, on: used } of book.allocations) {
    const [receipt, claim] = [book.items[from], book.items[to]];
    if (!counts(used, used) || receipt === undefined || claim === undefined) continue;
    put(receipt, amount);
    put(claim, -amount);
  }
  return new Map([...cells].filter(([, amount]) => amount !== 0n).sort());
}

function cellsOf(report: AgeingReport): Map<string, bigint> {
  const cells = report.rows.flatMap(({ customer, currency, amounts, unapplied }) => [
    ...amounts.map(({ minor }, at) => [`${customer} ${currency} ${at}`, minor] as const),
    [`${customer} ${currency} unapplied`, unapplied.minor] as const,
  ]);
  return new Map(cells.filter(([, amount]) => amount !== 0n).sort());
}

describe("whatever the book and the day", () => {
  test("the report is what plain arithmetic says, ties, and sums to its totals", async () => {
    const property = fc.asyncProperty(anyBook, anyOffset, anyOffset, async (book, on, known) => {
      const { creditor } = await insertBook(database.db, book);
      const scope = { creditors: [creditor], on: dayAt(on) };
      const report = await ageReceivables(database.db, scope);
      expect(cellsOf(report)).toEqual(naively(book, dayAt(on), day("2199-12-31")));
      expect(report.ties).toBe(true);

      const frozen = await ageReceivables(database.db, { ...scope, known: dayAt(known) });
      expect(cellsOf(frozen)).toEqual(naively(book, dayAt(on), dayAt(known)));
      expect(frozen.ties).toBe(true);

      const whole = await ageReceivables(database.db, { ...scope, by: "creditor" });
      expect(whole.totals).toEqual(report.totals);
      expect(whole.rows.map(({ amounts, total }) => ({ amounts, total }))).toEqual(
        report.totals.map(({ amounts, total }) => ({ amounts, total })),
      );
    });
    await fc.assert(property, { numRuns: 30 });
  });

  test("what is booked later changes no day of the past", async () => {
    const property = fc.asyncProperty(anyBook, anyOffset, async (book, offset) => {
      const on = dayAt(offset);
      const { customers, items, allocations } = book;
      const place = (at: number) =>
        items.slice(0, at).filter(({ issuedOn }) => issuedOn <= on).length;
      const whole = await insertBook(database.db, book);
      const cut = await insertBook(database.db, {
        customers,
        items: items.filter(({ issuedOn }) => issuedOn <= on),
        allocations: allocations
          .filter(({ on: used }) => used <= on)
          .map((use) => ({ ...use, from: place(use.from), to: place(use.to) })),
      });
      const [later, then] = await Promise.all(
        [whole, cut].map(({ creditor }) =>
          ageReceivables(database.db, { creditors: [creditor], on }),
        ),
      );
      expect(then?.totals).toEqual(later?.totals);
    });
    await fc.assert(property, { numRuns: 15 });
  });
});

describe("a small book", () => {
  let stored: StoredBook;
  beforeAll(async () => {
    stored = await insertBook(database.db, {
      customers: 2,
      items: [
        item("R1", 0, "CNY", 100_00n, "2026-01-01", "2026-03-31"),
        item("R2", 0, "CNY", 200_00n, "2026-01-01", "2026-03-01"),
        item("S1", 0, "CNY", -50_00n, "2026-03-10", null),
        item("R3", 1, "JPY", 7000n, "2025-01-01", "2025-01-31"),
      ],
      allocations: [{ from: 2, to: 1, amount: 20_00n, on: "2026-03-11" }],
    });
  });

  const item = (
    number: string,
    customer: number,
    currency: string,
    amount: bigint,
    issuedOn: string,
    dueOn: string | null,
  ): BookItem => ({ number, customer, currency, amount, issuedOn, dueOn });
  const ask = (on: string, more = {}) =>
    ageReceivables(database.db, { creditors: [stored.creditor], on: day(on), ...more });

  test("as JSON: text amounts, the keys of the buckets, unapplied in the total", async () => {
    const json = ageingJson(await ask("2026-03-31"));
    expect(json.on).toBe("2026-03-31");
    expect(json.rows[0]).toEqual({
      creditor: stored.code,
      customer: "K1",
      name: "客户 1",
      currency: "CNY",
      not_due: "100.00",
      "1-30": "180.00",
      "31-60": "0.00",
      "61-90": "0.00",
      "91-180": "0.00",
      "181-365": "0.00",
      "365+": "0.00",
      unapplied: "-30.00",
      total: "250.00",
    });
    expect(json.rows[1]).toMatchObject({ customer: "K2", currency: "JPY", "365+": "7000" });
    expect(json.totals.map(({ currency, total }) => [currency, total])).toEqual([
      ["CNY", "250.00"],
      ["JPY", "7000"],
    ]);
  });

  test("by creditor there is one row a currency, without a customer", async () => {
    const json = ageingJson(await ask("2026-03-31", { by: "creditor" }));
    expect(json.rows.map((row) => [row["name"], row["customer"], row["currency"]])).toEqual([
      [`公司 ${stored.code}`, undefined, "CNY"],
      [`公司 ${stored.code}`, undefined, "JPY"],
    ]);
  });

  test("own buckets use their labels as keys", async () => {
    const parsed = parseBuckets("一季=90,更早");
    const buckets = parsed.ok ? parsed.value : undefined;
    const json = ageingJson(await ask("2026-03-31", { buckets }));
    expect(json.totals[1]).toEqual({
      currency: "JPY",
      not_due: "0",
      一季: "0",
      更早: "7000",
      unapplied: "0",
      total: "7000",
    });
  });

  test("before anything was booked there is nothing, and it ties", async () => {
    expect(await ask("2024-12-31")).toMatchObject({ totals: [], rows: [], ties: true });
  });

  test("as a sheet: a column per bucket, totals below", async () => {
    const report = await ask("2026-03-31");
    const sheet = ageingSheet(report, "zh");
    expect(sheet.columns.map(({ heading }) => heading.zh)).toEqual([
      "债权人",
      "客户编号",
      "客户名称",
      "币种",
      "未到期",
      "1-30天",
      "31-60天",
      "61-90天",
      "91-180天",
      "181-365天",
      "365天以上",
      "未核销收款",
      "合计",
    ]);
    expect(sheet.rows.every((row) => row.length === sheet.columns.length)).toBe(true);
    expect(sheet.totals.map((row) => row.slice(0, 4))).toEqual([
      ["合计", null, null, "CNY"],
      ["合计", null, null, "JPY"],
    ]);
    const english = ageingSheet(await ask("2026-03-31", { by: "creditor" }), "en");
    expect(english.totals[0]?.slice(0, 3)).toEqual(["Total", null, "CNY"]);
    expect(english.columns).toHaveLength(12);
    expect(bucketHeading({ key: "更早", lastDay: null })).toEqual({ zh: "更早", en: "更早" });
    const line = report.totals[0];
    expect(line && amountText(line.total)).toBe("250.00");
  });

  test("a report that does not tie says so", async () => {
    const undone = database.transaction(async (tx) => {
      await run(
        tx,
        sql`insert into entry (creditor_id, id, kind, effective_on, booked_on, because)
            values (${stored.creditor}, ${stored.creditor}, 'reversal', '2026-03-01', '2026-03-01',
              '[]')`,
      );
      await run(
        tx,
        sql`insert into posting (creditor_id, entry_id, line, account, amount, currency,
              effective_on, booked_on)
            values (${stored.creditor}, ${stored.creditor}, 1, 'cash', 5, 'EUR', '2026-03-01',
                '2026-03-01'),
              (${stored.creditor}, ${stored.creditor}, 2, 'sales', -5, 'EUR', '2026-04-01',
                '2026-04-01')`,
      );
      const scope = { creditors: [stored.creditor], on: day("2026-03-31") };
      expect((await ageReceivables(tx, scope)).ties).toBe(false);
      expect((await ageReceivables(tx, { ...scope, on: day("2026-04-01") })).ties).toBe(true);
      throw new Error("rolled back");
    });
    await expect(undone).rejects.toThrow("rolled back");
  });
});

test("without a code the real creditors are reported; the demo only when alone", async () => {
  const own = await testDatabase();
  const add = (code: string, demo: boolean) =>
    run(
      own.db,
      sql`insert into creditor (id, code, name, demo, created_at)
          values (gen_random_uuid(), ${code}, ${code}, ${demo}, now())`,
    );
  const count = async (code: string | null) => (await listReportedCreditors(own.db, code)).length;
  await add("demo", true);
  expect(await count(null)).toBe(1);
  await add("a", false);
  await add("b", false);
  expect([await count(null), await count("demo"), await count("x")]).toEqual([2, 1, 0]);
  await own.close();
});
