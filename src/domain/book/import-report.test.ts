/** Counting what judging gave, and joining it with what reading gave. */
import { describe, expect, test } from "vitest";
import { cny } from "../../../test/kit/import-book.ts";
import { rowsOfText } from "../../../test/kit/tables.ts";
import type { ImportId } from "../values/ids.ts";
import { moneyOf } from "../values/money.ts";
import { noteOn, rowProblem } from "./import-problem.ts";
import { changesBook, type Judged, outcomeOf, reportOf, written } from "./import-report.ts";

const judged = (different: Partial<Judged> = {}): Judged => ({
  created: 0,
  unchanged: 0,
  changed: 0,
  repeated: 0,
  amounts: [],
  problems: [],
  notes: [],
  differences: [],
  customersCreated: [],
  ...different,
});
const TEXT =
  "客户,发票号码,开票日期,到期日,价税合计,结清日期\n甲,A,2026-01-05,2026-02-05,10,\n甲,B,x,2026-02-05,10,\n合计,,,,20,";

test("rows are counted once however many problems they have; sums are by currency", () => {
  const problems = [
    rowProblem(3, { code: "due_day_missing" }),
    rowProblem(3, { code: "amount_is_zero" }),
    rowProblem(4, { code: "due_day_missing" }),
  ];
  const closed = {
    kind: "closed",
    line: null,
    number: "X",
    customer: "C",
    before: written(cny("1.00")),
    after: written(cny("0")),
  } as const;
  const { counts, sums, stored } = outcomeOf(
    judged({
      created: 2,
      unchanged: 1,
      changed: 1,
      repeated: 1,
      amounts: [cny("1.00"), moneyOf("2.00", "USD"), cny("3.00")],
      problems,
      differences: [closed, { ...closed, kind: "changed" }],
      customersCreated: [{ number: "C9", name: "新" }],
    }),
    5,
    "i1" as ImportId,
  );
  expect(counts).toEqual({
    good: 4,
    refused: 7,
    duplicates: 1,
    created: 2,
    unchanged: 1,
    changed: 1,
    closed: 1,
    customersCreated: 1,
  });
  expect(sums).toEqual([
    { amount: "4.00", currency: "CNY" },
    { amount: "2.00", currency: "USD" },
  ]);
  expect(stored).toBe("i1");
});

test("a file that changes nothing leaves no trace", () => {
  expect(changesBook(outcomeOf(judged({ unchanged: 9 }), 0, null).counts)).toBe(false);
  expect(changesBook(outcomeOf(judged({ changed: 1 }), 0, null).counts)).toBe(true);
});

describe("the report of a file", () => {
  const file = rowsOfText("invoices", TEXT);
  const report = (different: Partial<Judged> = {}, partial = false) =>
    reportOf(
      "invoices",
      "应收.csv",
      file,
      outcomeOf(judged({ created: 1, ...different }), 1, null),
      {
        partial,
        snapshotOn: null,
      },
    );

  test("has problems and notes of reading and judging in the order of the file", () => {
    const { problems, notes, counts } = report({
      problems: [rowProblem(2, { code: "settled_in_future", day: "d", today: "t" })],
      notes: [noteOn(2, { code: "negative_is_credit_memo", number: "A" })],
    });
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, "settled_in_future"],
      [3, "day_unreadable"],
    ]);
    expect(notes.map(({ line }) => line)).toEqual([null, 2, 4]);
    expect(counts.rows).toBe(2);
  });

  test("puts problems of judging at the column to blame", () => {
    const changed = {
      code: "row_changed",
      number: "A",
      field: "amount",
      book: "1",
      file: "2",
    } as const;
    const { problems } = report({
      problems: [
        rowProblem(2, { code: "settled_in_future", day: "d", today: "t" }),
        rowProblem(2, { code: "customer_unknown", customer: "甲" }),
        rowProblem(2, changed),
        rowProblem(2, { code: "invoice_unknown", number: "Z" }),
      ],
    });
    expect(problems.map(({ column }) => column).sort()).toEqual(["A", "C", "E", "F", null]);
  });

  test("leaves a problem without a place where no column is to blame", () => {
    const { problems } = report({ problems: [rowProblem(2, { code: "amount_is_zero" })] });
    expect(problems[0]).toMatchObject({ line: 2, column: null, heading: null });
  });

  test("can be stored whole, or the good rows of it when that is wanted", () => {
    expect(report().storable).toBe(false);
    expect(report({}, true).storable).toBe(true);
    expect(report({ created: 0 }, true).storable).toBe(false);
    const clean = rowsOfText("invoices", TEXT.replace(",x,", ",2026-01-06,"));
    const outcome = outcomeOf(judged({ created: 2 }), 0, null);
    expect(
      reportOf("invoices", "f", clean, outcome, { partial: false, snapshotOn: null }).storable,
    ).toBe(true);
  });
});
