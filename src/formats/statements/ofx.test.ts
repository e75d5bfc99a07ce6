/** OFX: values without end tags, decimal commas, escapes; every amount to the cent. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileOf, readBytes, readSample, statementSample } from "../../../test/kit/statements.ts";
import { amountText, type Minor, moneyOf } from "../../domain/values/money.ts";

const read = async (file: string) => {
  const answer = await readSample(statementSample("ofx", file));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.statements;
};
const file = (transactions: string, unit = "USD") =>
  `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>${unit}<BANKACCTFROM><ACCTID>1</BANKACCTFROM>
<BANKTRANLIST>${transactions}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
const transaction = (amount: string, more = "") =>
  `\n<STMTTRN><DTPOSTED>20260331<TRNAMT>${amount}<FITID>1${more}</STMTTRN>`;
const amountsOf = async (transactions: string, unit = "USD") =>
  (await fileOf(file(transactions, unit))).statements
    .flatMap(({ entries }) => entries)
    .map(({ amount }) => amountText(amount));
const refusalOf = async (content: string) => {
  const answer = await readBytes(new TextEncoder().encode(content));
  return answer.ok ? null : answer.refusal;
};

test("values end where the next tag begins, transactions where the next one begins", async () => {
  const [statement] = await read("sgml-values-without-end-tags.ofx");
  expect(statement).toMatchObject({
    account: "0001234",
    fromOn: "2026-03-01",
    toOn: "2026-03-31",
    closing: moneyOf("382.34", "EUR"),
  });
  expect(statement?.entries).toMatchObject([
    {
      line: 15,
      amount: moneyOf("1250.50", "EUR"),
      counterName: "Écluses du Nord",
      remark: "FACTURE NP-2026-0160 & 0161 <solde>",
      bankReference: "260331A",
    },
    {
      amount: moneyOf("-1316.67", "EUR"),
      method: "cheque",
      payerReference: null,
      counterName: null,
    },
    { amount: moneyOf("20.00", "EUR"), bankReference: null, counterName: "Sans nom" },
  ]);
});

test("the XML form: payee, CDATA, a fee in another currency", async () => {
  const [usd, cad] = await read("xml-with-end-tags.qfx");
  expect(usd?.entries).toMatchObject([
    { counterName: "Spruce Paper Inc", remark: "PO 117 FINAL <PAYMENT>", payerReference: "PO-117" },
  ]);
  expect(cad).toMatchObject({ currency: "CAD", entries: [{ amount: moneyOf("-8", "CAD") }] });
});

describe("amounts", () => {
  test("come back to the cent, with a point or a comma", async () => {
    const minors = fc.bigInt({ min: 1n, max: 10n ** 15n });
    await fc.assert(
      fc.asyncProperty(minors, fc.boolean(), fc.boolean(), async (minor, comma, out) => {
        const text = amountText({ ...moneyOf("0", "USD"), minor: minor as Minor });
        const written = (out ? "-" : "") + (comma ? text.replace(".", ",") : text);
        expect(await amountsOf(transaction(written))).toEqual([out ? `-${text}` : text]);
      }),
    );
  });

  test("thousands where they are plain", async () => {
    expect(await amountsOf(transaction("1.234.567,5") + transaction("-1,234.50"))).toEqual([
      "1234567.50",
      "-1234.50",
    ]);
  });

  test.each(["$120", "1,234", "1.234.567", "", "12,3456", "--5", "1 000.00", "0x10"])(
    "%j is refused",
    async (text) => {
      expect(await refusalOf(file(transaction("1.00") + transaction(text)))).toEqual({
        code: "statement_field_unreadable",
        format: "ofx",
        line: 4,
        field: "amount",
        text,
      });
    },
  );

  test("two amounts in one transaction are a broken file, not a choice", async () => {
    expect(await refusalOf(file(transaction("1.00", "<TRNAMT>2.00")))).toMatchObject({
      problem: "structure",
    });
  });
});

test("the end is missing, the depth is too deep, a document type stands in it", async () => {
  const whole = file(transaction("1.00"));
  expect(await refusalOf(whole.replace("</OFX>", ""))).toMatchObject({ problem: "cut_off" });
  const deep = whole.replace("<BANKTRANLIST>", "<BANKTRANLIST>".repeat(100));
  expect(await refusalOf(deep)).toMatchObject({ problem: "too_deep" });
  expect(await refusalOf(`<!DOCTYPE OFX [<!ENTITY a "b">]>${whole}`)).toMatchObject({
    problem: "forbidden",
  });
  expect(await refusalOf("<OFX></OFX>")).toMatchObject({ problem: "structure" });
});

test("hostile megabytes take no longer than good ones", async () => {
  const started = Date.now();
  for (const piece of ["<", "<A", "<![CDATA[", "<STMTTRN>", "&amp;", "<A></B>"]) {
    const text = `OFXHEADER:100\n<OFX>${piece.repeat(200_000)}</OFX>`;
    expect(await refusalOf(text)).not.toBeNull();
  }
  expect(Date.now() - started).toBeLessThan(20_000);
}, 30_000);
