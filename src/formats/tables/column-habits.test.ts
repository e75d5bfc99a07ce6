/** What whole columns show. */
import { describe, expect, test } from "vitest";
import { oneRow, problemsOf, rowsOfText } from "../../../test/kit/tables.ts";

const HEADINGS = "客户编号,发票号码,开票日期,到期日,价税合计";
const days = (...pairs: string[]) =>
  [HEADINGS, ...pairs.map((pair, at) => `C1,INV${at},${pair},10`)].join("\n");
const codes = (text: string) => rowsOfText("invoices", text).notes.map(({ code }) => code);

describe("the order of days", () => {
  test("one day above twelve decides a column, and the others follow it", () => {
    const text = days("03/04/2026,05/06/2026", "13/04/2026,06/06/2026");
    const { rows, notes } = rowsOfText("invoices", text);
    expect(rows.map(({ issuedOn, dueOn }) => [issuedOn, dueOn])).toEqual([
      ["2026-04-03", "2026-06-05"],
      ["2026-04-13", "2026-06-06"],
    ]);
    expect(notes).toContainEqual({
      line: null,
      column: "C",
      heading: "开票日期",
      code: "date_order_found",
      order: "dmy",
      text: "03/04/2026",
    });
  });

  test("undecided, every cell is refused; the map's order settles it", () => {
    const text = days("03/04/2026,05/06/2026");
    expect(problemsOf("invoices", text)).toEqual(["2C day_ambiguous", "2D day_ambiguous"]);
    expect(oneRow("invoices", text, { dateOrder: "mdy" }).issuedOn).toBe("2026-03-04");
  });

  test("columns that contradict each other decide nothing for others", () => {
    const headings = `${HEADINGS},结清日期`;
    const text = [
      headings,
      "C1,A,13/04/2026,04/13/2026,10,01/02/2026",
      "C1,B,14/04/2026,04/14/2026,10,01/02/2026",
    ].join("\n");
    expect(problemsOf("invoices", text)).toEqual(["2F day_ambiguous", "3F day_ambiguous"]);
  });

  test("the map's order is not questioned", () => {
    const text = days("13/04/2026,13/05/2026");
    expect(problemsOf("invoices", text, { dateOrder: "mdy" })).toEqual([
      "2C day_does_not_exist",
      "2D day_does_not_exist",
    ]);
  });
});

test("numbers that all end in .0 lose it; one that does not keeps all as they are", () => {
  const text = (second: string) =>
    `客户编号,发票号码,开票日期,到期日,价税合计\n7.0,100.0,2026-01-05,2026-02-05,1\n8.0,${second},2026-01-05,2026-02-05,1`;
  const numbers = (second: string) =>
    rowsOfText("invoices", text(second)).rows.map(({ number, customerNumber }) => [
      customerNumber,
      number,
    ]);
  expect(numbers("200.0")).toEqual([
    ["7", "100"],
    ["8", "200"],
  ]);
  expect(numbers("V2.0")).toEqual([
    ["7", "100.0"],
    ["8", "V2.0"],
  ]);
  expect(codes(text("200.0"))).toContain("decimal_zero_dropped");
});

test("a column without numbers says nothing", () => {
  const text = "客户编号,发票号码,合同号,开票日期,到期日,价税合计\nC1,A,,2026-01-05,2026-02-05,1";
  expect(codes(text)).not.toContain("decimal_zero_dropped");
});

test("Excel's day counts are read and said", () => {
  const text = days("46027,2026-02-05");
  expect(oneRow("invoices", text).issuedOn).toBe("2026-01-05");
  expect(codes(text)).toContain("serials_read");
});

test("a second column for a field is named", () => {
  const text = "客户编号,发票号码,金额,开票日期,到期日,价税合计\nC1,A,2,2026-01-05,2026-02-05,1";
  expect(rowsOfText("invoices", text).notes).toContainEqual({
    line: null,
    column: "C",
    heading: "金额",
    code: "second_column_unused",
    field: "amount",
  });
});
