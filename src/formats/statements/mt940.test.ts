/** MT940: marks, days, narratives of several habits, and every amount to the cent. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileOf, readBytes, readSample, statementSample } from "../../../test/kit/statements.ts";
import { amountText, type Minor, moneyOf } from "../../domain/values/money.ts";

const read = async (file: string) => {
  const answer = await readSample(statementSample("mt940", file));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.statements;
};
const message = (lines: string, unit = "EUR") =>
  `:20:X\n:25:1234\n:28C:1/1\n:60F:C260330${unit}0,\n${lines}\n:62F:C260331${unit}0,\n-`;
const entriesOf = async (lines: string, unit = "EUR") =>
  (await fileOf(message(lines, unit))).statements.flatMap(({ entries }) => entries);
const refusalOf = async (text: string) => {
  const answer = await readBytes(new TextEncoder().encode(text));
  return answer.ok ? null : answer.refusal;
};

test("the account, its balances and the number of the statement", async () => {
  expect(await read("structured.sta")).toMatchObject([
    {
      account: "000000000000001234",
      currency: "EUR",
      number: "00064/001",
      toOn: "2026-03-31",
      opening: moneyOf("5000.00", "EUR"),
      closing: moneyOf("16622.50", "EUR"),
    },
  ]);
});

describe("marks", () => {
  test.each([
    ["C", "1.00"],
    ["D", "-1.00"],
    ["RC", "-1.00"],
    ["RD", "1.00"],
    ["CR", "1.00"],
    ["DR", "-1.00"],
    ["RCR", "-1.00"],
    ["RDN", "1.00"],
  ])("%s moves %s", async (mark, amount) => {
    const [entry] = await entriesOf(`:61:2603310331${mark}1,NTRFNONREF`);
    expect(entry && amountText(entry.amount)).toBe(amount);
    expect(entry?.returned !== null).toBe(/^R/.test(mark));
  });

  test("expected entries and lines of zero are none", async () => {
    const lines = ":61:2603310331EC1,NTRFNONREF\n:61:2603310331C0,00NTRFNONREF";
    expect(await entriesOf(lines)).toEqual([]);
  });
});

describe("days", () => {
  test.each([
    ["2603310401", "2026-03-31", "2026-04-01"],
    ["2512310102", "2025-12-31", "2026-01-02"],
    ["2601021231", "2026-01-02", "2025-12-31"],
    ["160230", "2016-02-29", "2016-02-29"],
    ["1502290230", "2015-02-28", "2015-02-28"],
    ["260331    ", "2026-03-31", "2026-03-31"],
  ])("%s counts from %s and is booked on %s", async (days, valueOn, bookedOn) => {
    expect(await entriesOf(`:61:${days}C1,NTRFNONREF`)).toMatchObject([{ valueOn, bookedOn }]);
  });

  test.each(["261331", "260231", "260431", "2603310432"])("%s is no day", async (days) => {
    expect(await refusalOf(message(`:61:${days}C1,NTRFNONREF`))).toMatchObject({
      field: "day",
      line: 5,
    });
  });
});

describe("amounts", () => {
  test("come back to the cent", async () => {
    const units = fc.constantFrom("EUR", "JPY", "KWD");
    await fc.assert(
      fc.asyncProperty(units, fc.bigInt({ min: 1n, max: 10n ** 15n }), async (unit, minor) => {
        const text = amountText({ ...moneyOf("0", unit), minor: minor as Minor });
        const comma = text.includes(".") ? text.replace(".", ",") : `${text},`;
        const [entry] = await entriesOf(`:61:2603310331C${comma}NTRFNONREF`, unit);
        expect(entry?.amount.minor).toBe(minor);
      }),
    );
  });

  test.each([
    ["C1234.56,00NTRFNONREF", "amount"],
    ["C1O,00NTRFNONREF", "amount"],
    ["C,NTRFNONREF", "amount"],
    ["C1,", "amount"],
    ["C1,001NTRFNONREF", "amount"],
    ["X1,00NTRFNONREF", "mark"],
  ])("%s is refused with its line", async (rest, field) => {
    const refusal = await refusalOf(message(`:61:2603310331${rest}`));
    expect(refusal).toMatchObject({ code: "statement_field_unreadable", line: 5, field });
  });

  test("a balance that can't be read is refused", async () => {
    const text = message(":61:2603310331C1,NTRFNONREF");
    expect(await refusalOf(text.replace("62F:C260331EUR0,", "62F:C260331EUR"))).toMatchObject({
      field: "balance",
    });
    expect(await refusalOf(text.replace("62F:C260331EUR", "62F:C260331USD"))).toMatchObject({
      field: "currency",
    });
  });
});

describe("what field 86 says", () => {
  test("subfields: name, account, bank, references, purpose over broken lines", async () => {
    const [statement] = await read("structured.sta");
    expect(statement?.entries[0]).toMatchObject({
      counterName: "Tannhof Druck KG",
      counterAccount: "DE02000000000000007001",
      counterBank: "XXXXDEXX",
      bankReference: "NKP260331000001",
      payerReference: "TD-4711",
      remark: "Rechnung NP-2026-0147 und NP-2026-0148, ohne Abzug",
    });
  });

  test("a returned debit by its German code, with the reason in its words", async () => {
    const [statement] = await read("structured.sta");
    expect(statement?.entries[1]?.returned).toEqual({
      code: "AM04",
      text: "RETURN AM04 Deckung fehlt",
      of: "NP-LS-0099",
    });
  });

  test("the payer behind the payer", async () => {
    const words = ":86:166?00GUTSCHRIFT?20EREF+E-1?21SVWZ+NP-1?22ABWA+Tannhof Verlag?32Tannhof";
    const paid = await entriesOf(`:61:2603310331C1,NTRFNONREF\n${words}`);
    expect(paid).toMatchObject([{ counterName: "Tannhof Verlag", remark: "NP-1" }]);
  });

  test("a separator inside of a text does not cut it", async () => {
    const words = ":86:166?20NP-1 ? oder?21 NP-2?32Was? AG";
    const [entry] = await entriesOf(`:61:2603310331C1,NTRFNONREF\n${words}`);
    expect(entry).toMatchObject({ remark: "NP-1 ? oder NP-2", counterName: "Was? AG" });
  });

  test("codes between slashes; a return named by one", async () => {
    const [statement] = await read("slashes-and-plain-words.sta");
    expect(statement?.entries[0]).toMatchObject({
      counterName: "Birkenau Papier BV",
      counterAccount: "NL00YYYY0000007002",
      counterBank: "YYYYNL2A",
      payerReference: "TD-4712",
      remark: "NP-2026-0150 NP-2026-0151 /TRCD/00100/",
    });
    expect(statement?.entries[1]?.returned).toMatchObject({ code: "MD06", of: "NP-LS-0100" });
  });

  test("plain words that begin with the other side, behind a field of the bank's own", async () => {
    const [statement] = await read("slashes-and-plain-words.sta");
    expect(statement?.entries[2]).toMatchObject({
      counterAccount: "NL00ZZZZ0000007003",
      counterName: "Weidenbach Logistiek",
      payerReference: null,
    });
  });

  test("words behind the closing balance belong to no entry", async () => {
    const text = message(":61:2603310331C1,NTRFNONREF\n:86:mine");
    const { statements } = await fileOf(text.replace("\n-", "\n:86:about the day\n-"));
    expect(statements[0]?.entries[0]?.remark).toBe("mine");
  });

  test("a 25 where 86 should stand is not the account", async () => {
    const text = message(":61:2603310331C1,NTRFNONREF\n:25:166?20NP-1?32Tannhof");
    const { statements } = await fileOf(text);
    expect(statements).toMatchObject([{ account: "1234", entries: [{ remark: "NP-1" }] }]);
  });
});

test("names in Western, Central European and Chinese bytes", async () => {
  const line = (unit: string) => `:61:2603310331C1,NTRFNONREF\n:86:@@ ${unit}`;
  const nameIn = async (unit: string, bytes: readonly number[]) => {
    const [before = "", after = ""] = message(line(unit), unit).split("@@");
    const whole = [...Buffer.from(before), ...bytes, ...Buffer.from(after)];
    const { statements } = await fileOf(Uint8Array.from(whole));
    return statements[0]?.entries[0]?.remark?.replace(` ${unit}`, "");
  };
  expect(await nameIn("EUR", [0x4d, 0xfc, 0x6c])).toBe("Mül");
  expect(await nameIn("PLN", [0xb3, 0xf3, 0x64])).toBe("łód");
  expect(await nameIn("CNY", [0xd4, 0xc6, 0xc9, 0xbc, 0xd6, 0xbd, 0xd2, 0xb5])).toBe("云杉纸业");
});

test("a message without closing balance has lost its end", async () => {
  const [first = "", second = ""] = [message(":61:2603310331C1,NTRFNONREF"), message("")];
  expect(await refusalOf(`${first}\n${second.replace(/:62F:.*\n-/, "")}`)).toMatchObject({
    code: "statement_broken",
    problem: "cut_off",
  });
});

test("a field of three hundred thousand lines is read, and its remark is kept in part", async () => {
  const text = message(`:61:2603310331C1,NTRFNONREF\n:86:${"x\n".repeat(300_000)}`);
  const { statements } = await fileOf(text);
  expect(statements[0]?.entries[0]?.remark?.length).toBeLessThanOrEqual(2000);
}, 30_000);
