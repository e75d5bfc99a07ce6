/** BAI2: records over several lines and several on one, implied decimals, control totals. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileOf, readBytes, readSample, statementSample } from "../../../test/kit/statements.ts";
import { judgeBalance } from "../../domain/cash/statement-balance.ts";
import { amountText, moneyOf } from "../../domain/values/money.ts";

const file = (records: string, { unit = "USD", status = "1" } = {}) =>
  `01,A,B,260401,0410,1,,,2/\n02,B,A,${status},260331,2359,${unit},2/\n03,00123,,/\n${records}\n98,0,1,9/\n99,0,1,9/`;
const entriesOf = async (records: string, options = {}) =>
  (await fileOf(file(records, options))).statements.flatMap(({ entries }) => entries);
const refusalOf = async (content: string) => {
  const answer = await readBytes(new TextEncoder().encode(content));
  return answer.ok ? null : answer.refusal;
};

test("accounts with their balances and totals", async () => {
  const read = await readSample(statementSample("bai2", "two-accounts.bai"));
  expect(read.ok && read.value.statements).toMatchObject([
    {
      account: "000123456",
      currency: "USD",
      toOn: "2026-03-31",
      opening: moneyOf("5000.00", "USD"),
      closing: moneyOf("17339.00", "USD"),
      told: { inCount: 2, inSum: moneyOf("12400.00", "USD"), outCount: 2 },
    },
    { currency: "CAD", opening: moneyOf("-10.00", "CAD"), entries: [] },
  ]);
});

test("references and words, also over continued records", async () => {
  const read = await readSample(statementSample("bai2", "two-accounts.bai"));
  const entries = read.ok ? (read.value.statements[0]?.entries ?? []) : [];
  expect(entries).toMatchObject([
    {
      line: 5,
      bankReference: "IW-0001",
      payerReference: "PO-4711",
      remark: "WIRE FROM SPRUCE PAPER INC INV NP-2026-0147, LESS NOTHING",
    },
    { bankReference: "ACH-0002", remark: "BIRCH LOGISTICS LLC NP-2026-0150" },
    { returned: { code: "R01", of: "NP-99" } },
    { method: "cheque" },
  ]);
});

test("lines that name the other side", async () => {
  const [entry] = await entriesOf(
    "16,195,100,,GI1,E1,Incoming Wire,-/\n88,REMI: INV 7\n88,DBNM: SPRUCE INC\n88,DACT: 77-1\n88,CRNM: US",
  );
  expect(entry).toMatchObject({ counterName: "SPRUCE INC", counterAccount: "77-1" });
  expect(entry?.remark).toBe("INV 7 Incoming Wire,-");
});

describe("amounts", () => {
  test("come back to the cent in the currency's decimals, signed by the type", async () => {
    const units = fc.constantFrom("USD", "JPY", "KWD");
    const types = fc.constantFrom("115", "195", "399", "400", "475", "699");
    await fc.assert(
      fc.asyncProperty(
        units,
        types,
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        async (unit, type, minor) => {
          const [entry] = await entriesOf(`16,${type},+000${minor},Z,,,x/`, { unit });
          expect(entry?.amount.minor).toBe(type < "400" ? minor : -minor);
          expect(entry?.amount.currency).toBe(unit);
        },
      ),
    );
  });

  test.each([
    ["16,195,12.50,,,/", "amount"],
    ["16,195,,,,/", "amount"],
    ["16,195,1O,,,/", "amount"],
    ["16,195,-5,,,/", "amount"],
    ["16,720,5,,,/", "mark"],
    ["16,,5,,,/", "mark"],
  ])("%s is refused with its line", async (record, field) => {
    expect(await refusalOf(file(`16,195,1,,,/\n${record}`))).toMatchObject({ line: 5, field });
  });

  test("words only, and nothing moved", async () => {
    expect(await entriesOf("16,890,,,,,words/\n16,195,000,,,/")).toEqual([]);
  });
});

test("days: the group's, the value day of funds type V", async () => {
  const [later, split] = await entriesOf("16,195,1,V,260402,,R/\n16,195,1,D,2,0,1,1,0,BANKREF,/");
  expect(later).toMatchObject({ bookedOn: "2026-03-31", valueOn: "2026-04-02" });
  expect(split).toMatchObject({ valueOn: "2026-03-31", bankReference: "BANKREF" });
});

test("groups that delete or only test are left out", async () => {
  for (const status of ["2", "4"]) {
    expect((await fileOf(file("16,195,1,,,/", { status }))).statements).toEqual([]);
  }
});

test("a control total that is off is told", async () => {
  const sample = statementSample("bai2", "differs-from-its-control-total.bai");
  const read = await readSample(sample);
  const [statement] = read.ok ? read.value.statements : [];
  expect(statement?.entries.map(({ amount }) => amountText(amount))).toEqual(["20.00", "5.00"]);
  expect(statement && judgeBalance(statement).toldWrong).toMatchObject([{ of: "control" }]);
});

test("records out of order, of no known code, and without an end", async () => {
  expect(await refusalOf(file("").replace(/^03.*\n/m, "16,195,1,,,/\n"))).toMatchObject({
    problem: "structure",
    line: 3,
  });
  expect(await refusalOf(file("17,195,1,,,/"))).toMatchObject({ problem: "structure", line: 4 });
  expect(await refusalOf(file("").replace(/99,.*/, ""))).toMatchObject({ problem: "cut_off" });
});

test("a continuation of three hundred thousand fields is read", async () => {
  const [entry] = await entriesOf(`16,195,100,,R,C,x/\n88,${"y,".repeat(300_000)}/`);
  expect(entry?.amount).toEqual(moneyOf("1.00", "USD"));
}, 30_000);
