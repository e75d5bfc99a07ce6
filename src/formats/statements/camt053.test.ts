/** camt.053: who paid, what for, batches, returns, and every amount to the cent. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileOf, readBytes, readSample, statementSample } from "../../../test/kit/statements.ts";
import { amountText, moneyOf } from "../../domain/values/money.ts";

const read = async (file: string) => {
  const answer = await readSample(statementSample("camt053", file));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};

const entry = (amount: string, mark = "CRDT", more = "", unit = "EUR") =>
  `<Ntry><Amt Ccy="${unit}">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>
   <BookgDt><Dt>2026-03-31</Dt></BookgDt>${more}</Ntry>`;
const document = (body: string) =>
  `<Document><BkToCstmrStmt><Stmt><Id>S</Id><Acct><Ccy>EUR</Ccy></Acct>${body}</Stmt></BkToCstmrStmt></Document>`;
const entriesOf = async (body: string) => {
  const { statements } = await fileOf(document(body));
  return statements.flatMap(({ entries }) => entries);
};
const refusalOf = async (body: string) => {
  const answer = await readBytes(new TextEncoder().encode(document(body)));
  return answer.ok ? null : answer.refusal;
};

describe("a closed day", () => {
  test("the account, its balances and days", async () => {
    const { statements } = await read("closed-day-v8.xml");
    expect(statements).toMatchObject([
      {
        account: "DE02000000000000001234",
        owner: "Nordkap Pumpen GmbH",
        number: "2026-064",
        fromOn: "2026-03-31",
        toOn: "2026-03-31",
        opening: moneyOf("5000.00", "EUR"),
        closing: moneyOf("18507.60", "EUR"),
      },
    ]);
  });

  test("the payer behind the payer, its references and all that was written", async () => {
    const [statement] = (await read("closed-day-v8.xml")).statements;
    expect(statement?.entries[0]).toEqual({
      line: 1,
      bookedOn: "2026-03-31",
      valueOn: "2026-03-31",
      amount: moneyOf("11900.00", "EUR"),
      counterName: "Tannhof Verlag GmbH & Co. KG",
      counterAccount: "DE02000000000000007001",
      counterBank: "XXXXDEXXXXX",
      bankReference: "NKP260331000001",
      payerReference: "TD-4711",
      remark: "Rechnung NP-2026-0147 abzgl. nichts RF18NP20260147 SEPA-Gutschrift",
      method: "bank",
      returned: null,
    });
  });

  test("a batch whose parts sum to it is one entry for each payer, with references of its own", async () => {
    const [statement] = (await read("closed-day-v8.xml")).statements;
    const batch = statement?.entries.filter(({ line }) => line === 2) ?? [];
    expect(batch.map(({ counterName }) => counterName)).toEqual([
      "Birkenau Papier AG",
      "Weidenbach Logistik SE",
    ]);
    expect(batch.map(({ amount }) => amountText(amount))).toEqual(["1000.00", "850.50"]);
    expect(batch.map(({ bankReference }) => bankReference)).toEqual([
      "NKP260331000002A",
      "NKP260331000002#2",
    ]);
  });

  test("a returned debit names its debtor, the bank's reason and what it takes back", async () => {
    const [statement] = (await read("closed-day-v8.xml")).statements;
    expect(statement?.entries.find(({ returned }) => returned !== null)).toMatchObject({
      amount: moneyOf("-238.00", "EUR"),
      counterName: "Erlenkamp Bau GmbH",
      returned: { code: "AM04", text: "Deckung fehlt", of: "NP-LS-0099" },
    });
  });
});

test("UTF-16, Latin-1 and prefixes read alike", async () => {
  const whole = await read("closed-day-v8.xml");
  expect(await read("utf16.xml")).toEqual(whole);
  const [, second] = (await read("prefixed-v2-latin1.xml")).statements;
  expect(second).toMatchObject({ number: "S-2", entries: [] });
});

describe("two statements in version 2", () => {
  test("a debit opening, moments as days, pending entries left out", async () => {
    const [first] = (await read("prefixed-v2-latin1.xml")).statements;
    expect(first?.opening).toEqual(moneyOf("-100.00", "EUR"));
    expect(first?.entries.map(({ amount }) => amountText(amount))).toEqual([
      "200.25",
      "50.00",
      "50.00",
      "-50.00",
    ]);
    expect(first?.entries[0]).toMatchObject({
      bookedOn: "2026-02-27",
      counterName: "Müller & Söhne <Nord>",
      counterAccount: "7712345",
      bankReference: null,
    });
  });

  test("two equal payments of one day are two entries", async () => {
    const [first] = (await read("prefixed-v2-latin1.xml")).statements;
    expect(first?.entries.filter(({ remark }) => remark === "Rg. 5502")).toHaveLength(2);
  });
});

test("entries in another currency are a statement of their own", async () => {
  const { statements } = await read("no-namespace-two-currencies.xml");
  expect(statements.map(({ currency, entries }) => [currency, entries.length])).toEqual([
    ["JPY", 1],
    ["USD", 1],
  ]);
  expect(statements[1]).toMatchObject({ opening: null, closing: null, told: null });
});

describe("amounts", () => {
  test("come back to the cent, in any currency's decimals", async () => {
    const units = fc.constantFrom("EUR", "JPY", "KWD", "CNY");
    const minors = fc.bigInt({ min: 1n, max: 10n ** 15n });
    await fc.assert(
      fc.asyncProperty(units, minors, fc.boolean(), async (unit, minor, out) => {
        const amount = {
          ...moneyOf("0", unit),
          minor: minor as ReturnType<typeof moneyOf>["minor"],
        };
        const mark = out ? "DBIT" : "CRDT";
        const [one] = await entriesOf(entry(amountText(amount), mark, "", unit));
        expect(one?.amount.minor).toBe(out ? -minor : minor);
        expect(one?.amount.currency).toBe(unit);
      }),
    );
  });

  test.each(["", "12..34", "1,234.00", "1.234,00", "-5.00", "1e3", "NaN", "$5", "5.001", "１２"])(
    "%j is refused with its place, and is never nothing",
    async (text) => {
      expect(await refusalOf(entry("1.00") + entry(text))).toEqual({
        code: "statement_field_unreadable",
        format: "camt053",
        line: 2,
        field: "amount",
        text,
      });
    },
  );

  test("neither credit nor debit, no day, no currency we book", async () => {
    expect(await refusalOf(entry("1.00", "CREDIT"))).toMatchObject({ field: "mark" });
    expect(await refusalOf(entry("1.00").replace("03-31", "02-30"))).toMatchObject({
      field: "day",
    });
    expect(await refusalOf(entry("1.00", "CRDT", "", "XTS"))).toMatchObject({ field: "currency" });
  });
});

describe("a batch stays one entry", () => {
  const details = (parts: readonly string[]) =>
    `<NtryDtls>${parts
      .map(
        (part, at) =>
          `<TxDtls><Amt Ccy="EUR">${part}</Amt><RltdPties><Dbtr><Nm>P${at}</Nm></Dbtr></RltdPties>
           <RmtInf><Ustrd>R${at}</Ustrd></RmtInf></TxDtls>`,
      )
      .join("")}</NtryDtls>`;

  test.each([
    ["parts don't sum to it", ["6.00", "5.00"]],
    ["a part has no amount", ["10.00", ""]],
  ])("when %s: nobody is named, all remarks are kept", async (_, parts) => {
    const entries = await entriesOf(entry("10.00", "CRDT", details(parts)));
    expect(entries).toMatchObject([{ counterName: null, remark: "R0 R1" }]);
    expect(entries[0]?.amount).toEqual(moneyOf("10.00", "EUR"));
  });

  test("when a part goes the other way", async () => {
    const parts = details(["12.00", "2.00"]).replace(
      '<Amt Ccy="EUR">2.00</Amt>',
      '<Amt Ccy="EUR">2.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>',
    );
    expect(await entriesOf(entry("10.00", "CRDT", parts))).toHaveLength(1);
  });

  test("property: taken apart or not, the sum is the entry's", async () => {
    const cents = fc.bigInt({ min: 1n, max: 10n ** 9n });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cents, { minLength: 2, maxLength: 6 }),
        cents,
        async (parts, other) => {
          const text = (minor: bigint) =>
            amountText({ ...moneyOf("0", "EUR"), minor: minor as never });
          const sum = parts.reduce((so, part) => so + part, 0n);
          for (const whole of [sum, other]) {
            const entries = await entriesOf(entry(text(whole), "CRDT", details(parts.map(text))));
            expect(entries.reduce((so, { amount }) => so + amount.minor, 0n)).toBe(whole);
            expect(entries).toHaveLength(whole === sum ? parts.length : 1);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

test("a balance only in another currency is a figure that doesn't add up", async () => {
  const balance = (type: string, unit: string, amount: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${unit}">${amount}</Amt>
     <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-31</Dt></Dt></Bal>`;
  const opening = balance("OPBD", "EUR", "1.00");
  const both = balance("CLBD", "USD", "9.00") + balance("CLBD", "EUR", "3.00");
  const { statements } = await fileOf(document(opening + both + entry("2.00")));
  expect(statements[0]?.closing).toEqual(moneyOf("3.00", "EUR"));
  const foreign = await fileOf(document(opening + balance("CLBD", "USD", "9.00")));
  expect(foreign.statements[0]?.closing).toEqual(moneyOf("9.00", "EUR"));
});

test("totals are compared, with a batch counted as the bank counts it", async () => {
  const totals = `<TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>10.00</Sum></TtlCdtNtries></TxsSummry>`;
  const parts = `<NtryDtls><TxDtls><Amt Ccy="EUR">4.00</Amt></TxDtls><TxDtls><Amt Ccy="EUR">6.00</Amt></TxDtls></NtryDtls>`;
  const { statements } = await fileOf(document(totals + entry("10.00", "CRDT", parts)));
  expect(statements[0]?.told).toMatchObject({ inCount: 2, inSum: moneyOf("10.00", "EUR") });
  const pending = entry("5.00", "CRDT", "<Sts>PDNG</Sts>");
  expect(
    (await fileOf(document(totals + entry("10.00") + pending))).statements[0]?.told,
  ).toBeNull();
});

test("the other side: who paid money in, who got money out, and who paid what comes back", async () => {
  const parties = `<RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><Cdtr><Nm>Payee</Nm></Cdtr></RltdPties>`;
  const details = (more = "") => `<NtryDtls><TxDtls>${parties}${more}</TxDtls></NtryDtls>`;
  const returned = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>";
  const entries = await entriesOf(
    entry("1.00", "CRDT", details()) +
      entry("2.00", "DBIT", details()) +
      entry("3.00", "DBIT", details(returned)) +
      entry("4.00", "CRDT", details(returned)),
  );
  const names = entries.map(({ counterName }) => counterName);
  expect(names).toEqual(["Payer", "Payee", "Payer", "Payee"]);
});
