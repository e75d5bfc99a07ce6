/** Banks nobody has described: read where there is one reading, refused where there are two. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  entriesOf,
  entryLines,
  headLines,
  listFile,
  listRefusal,
  sampleFile,
  utf16,
} from "../../../test/kit/lists.ts";
import { amountText, currency, groupedAmount, money } from "../../domain/values/money.ts";

const CNY = currency("CNY");
const cents = fc.bigInt({ min: 1n, max: 10n ** 13n });

test("an English list with its balances in the titles", async () => {
  const file = await sampleFile("generic", "english-two-columns.csv");
  expect(headLines(file)).toEqual(["987654321 EUR 1000.00 1250.50 adds up"]);
  expect(entriesOf(file)[0]).toMatchObject({ valueOn: "2026-03-03", payerReference: "R1" });
});

test("a Chinese list with marks, semicolons, and totals below", async () => {
  const file = await sampleFile("generic", "chinese-marks-semicolons.csv");
  expect(entryLines(file)).toEqual([
    "4 2026-03-02 1200.00 青禾包装厂 | 货款",
    "5 2026-03-03 -80.00 某某供电局 | 电费",
  ]);
  expect(file.statements[0]?.told).toMatchObject({ inSum: { minor: 120000n } });
});

test("days as days and fractions as Excel keeps them", async () => {
  const file = await sampleFile("generic", "days-as-days.xlsx");
  expect(entryLines(file)).toEqual([
    "2 2026-01-02 0.30 青禾包装厂 | -",
    "3 2026-01-03 -0.30 青禾包装厂 | -",
  ]);
});

type Row = { readonly minor: bigint; readonly isIn: boolean };
const anyRows = fc.array(fc.record({ minor: cents, isIn: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});

/** A list of these payments with the balance after each, from an opening of 1,000.00. */
function listOf(rows: readonly Row[]): readonly string[] {
  let balance = 100_000n;
  return rows.map(({ minor, isIn }, at) => {
    balance += isIn ? minor : -minor;
    const text = `"${groupedAmount(money(minor, CNY))}"`;
    const day = `2026-01-${String(at + 1).padStart(2, "0")}`;
    return `${day},对方${at},${isIn ? text : ""},${isIn ? "" : text},${amountText(money(balance, CNY))}`;
  });
}
const HEAD = "交易日期,对方户名,收入,支出,余额";

describe("any list of payments", () => {
  test("amounts come back to the cent, and the balances add up", async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const file = await listFile([HEAD, ...listOf(rows)].join("\n"));
        expect(entriesOf(file).map(({ amount }) => amount.minor)).toEqual(
          rows.map(({ minor, isIn }) => (isIn ? minor : -minor)),
        );
        expect(headLines(file)[0]).toMatch(/ 1000\.00 -?[\d.]+ adds up$/);
      }),
      { numRuns: 200 },
    );
  });

  test("the order of rows changes neither the entries nor the balances", async () => {
    const anyOrder = anyRows.chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        order: fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(anyOrder, async ({ rows, order }) => {
        const lines = listOf(rows);
        const plain = await listFile([HEAD, ...lines].join("\n"));
        const mixed = await listFile([HEAD, ...order.map((at) => lines[at])].join("\n"));
        const named = (file: typeof plain) =>
          entriesOf(file)
            .map(({ counterName, amount }) => `${counterName} ${amount.minor}`)
            .toSorted();
        expect(named(mixed)).toEqual(named(plain));
        if (rows.reduce((sum, { minor, isIn }) => sum + (isIn ? minor : -minor), 0n) !== 0n) {
          expect(headLines(mixed)).toEqual(headLines(plain));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("the encoding changes nothing", async () => {
    const text = `${[HEAD, ...listOf([{ minor: 5n, isIn: true }])].join("\r\n")}\r\n`;
    const plain = await listFile(text);
    for (const bytes of [utf16(text), new TextEncoder().encode(`\ufeff${text}`)]) {
      expect(await listFile(bytes)).toEqual(plain);
    }
  });
});

describe("two readings", () => {
  test.each([
    ["amounts without a sign or mark", "日期,对方户名,金额\n2026-03-02,某公司,1.00\n", "mark"],
    ["a day or a month first", "Date,Payee,Credit\n02/03/2026,A,1.00\n", "day"],
    ["both columns filled", `${HEAD}\n2026-01-01,某,1.00,2.00,\n`, "amount"],
    ["neither filled", `${HEAD}\n2026-01-01,某,,,100.00\n`, "amount"],
    ["a currency we don't know", "日期,对方户名,币种,收入\n2026-01-01,某,银子,1.00\n", "currency"],
    ["a balance that is none", `${HEAD}\n2026-01-01,某,1,,1\n2026-01-02,某,1,,x2\n`, "balance"],
    ["a mark that says nothing", "日期,对方户名,借贷标志,金额\n2026-01-01,某,3,1.00\n", "mark"],
  ])("%s", async (_, text, field) => {
    expect(await listRefusal(text)).toMatchObject({ code: "statement_field_unreadable", field });
  });

  test("a company's own ledger, where 借方 is money in, is told by its balances", async () => {
    const text = "日期,摘要,借方,贷方,余额\n2026-03-02,收,5.00,,15.00\n2026-03-03,付,,1.00,14.00\n";
    expect(await listRefusal(text)).toMatchObject({ field: "mark" });
  });

  test("an amount without sign is taken where the balances prove it", async () => {
    const text = "日期,对方户名,金额,余额\n2026-03-02,某,5.00,15.00\n2026-03-03,某,1.00,16.00\n";
    expect(headLines(await listFile(text))).toEqual(["- CNY 10.00 16.00 adds up"]);
  });
});

test("a value cut by its own comma is refused, not shifted", async () => {
  const text = `${HEAD}\n2026-01-01,某,1,200.00,,1200.00\n`;
  expect(await listRefusal(text)).toMatchObject({ code: "statement_broken", line: 2 });
});

test("a formula is refused in a workbook and in text", async () => {
  const text = `${HEAD}\n2026-01-01,"=HYPERLINK(""x"")",1.00,,1.00\n`;
  expect(await listRefusal(text)).toMatchObject({ problem: "forbidden", line: 2 });
});

test("a booking in red takes money back on its own side", async () => {
  const text = `${HEAD}\n2026-01-01,某,10.00,,10.00\n2026-01-02,某,-10.00,,0.00\n`;
  const file = await listFile(text);
  expect(entriesOf(file).map(({ amount, returned }) => [amount.minor, returned !== null])).toEqual([
    [1000n, false],
    [-1000n, true],
  ]);
});

test("notes, page totals and a repeated header are no payments", async () => {
  const text = `${HEAD}
2026-01-01,某,10.00,,10.00
,本页小计,10.00,,
${HEAD}
2026-01-02,某,,4.00,6.00
2026-01-02,本日合计,10.00,4.00,
合计,,10.00,4.00,
制表人：某某
`;
  const file = await listFile(text);
  expect(entryLines(file)).toHaveLength(2);
  expect(headLines(file)).toEqual(["- CNY 0.00 6.00 adds up"]);
  expect(file.statements[0]?.told).toMatchObject({ outSum: { minor: 400n } });
});
