/**
 * Real banks' sample files: what their manifest says, and what plain arithmetic over the files'
 * own bytes gives (own patterns, whole cents, no product code), is what is read.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { StatementEntry, StatementFile } from "../../src/domain/cash/statement.ts";
import { judgeBalance } from "../../src/domain/cash/statement-balance.ts";
import { decimalsOf, type Money } from "../../src/domain/values/money.ts";
import { readStatements } from "../../src/formats/statements/read-statements.ts";

const FOLDER = resolve(process.env["HUIKUAN_SAMPLES"] ?? "../shared/data", "statements");
/** Thousandths of the main unit: every currency's amounts are whole in them. */
type Mills = bigint;

type OwnStatement = {
  readonly id: string;
  readonly account: string;
  readonly balances: Readonly<Record<string, string>>;
  readonly entries: number;
  readonly sumCredit: string;
  readonly sumDebit: string;
  readonly balanceCheck?: string;
  readonly invalidAmounts?: readonly string[];
};
type OwnReading = {
  readonly statements?: readonly OwnStatement[];
  readonly lines61?: number;
  readonly amounts?: readonly string[];
  readonly ledgerBal?: readonly string[];
  readonly transactions16?: number;
  readonly groupStatus?: string;
  readonly groupReasons?: readonly { readonly code: string }[];
  readonly tx?: readonly { readonly e2e: string; readonly reasons: readonly string[] }[];
};
type Upstream = {
  readonly mustFail?: unknown;
  readonly sum?: string;
  readonly transactions?: number;
  readonly opening?: { readonly status: string; readonly amount: string } | null;
  readonly closing?: { readonly status: string; readonly amount: string } | null;
  readonly info?: string;
  readonly in?: string | number | readonly number[];
  readonly out?: string | number | readonly number[];
  readonly credit?: string;
  readonly debit?: string;
  readonly total?: string;
  readonly account?: string;
  readonly counterparty?: readonly string[];
};
type Listed = {
  readonly file: string;
  readonly format: string;
  readonly expected: {
    readonly ownReading?: OwnReading;
    readonly upstream?: Upstream;
    readonly rows?: number;
  };
};

const listed: readonly Listed[] = JSON.parse(
  readFileSync(resolve(FOLDER, "manifest.json"), "utf8"),
);
const ofFormat = (...formats: readonly string[]) =>
  listed
    .filter(({ format }) => formats.includes(format))
    .map((one) => ({
      ...one,
      own: one.expected.ownReading ?? {},
      up: one.expected.upstream ?? {},
    }));

const bytesOf = (file: string) => new Uint8Array(readFileSync(resolve(FOLDER, file)));
const latin = (file: string) => readFileSync(resolve(FOLDER, file), "latin1");

async function readListed(file: string): Promise<StatementFile | null> {
  const options = { fileName: "upload", homeCurrency: "CNY" };
  const read = await readStatements(bytesOf(file), options);
  return read.ok ? read.value : null;
}

async function mustRead(file: string): Promise<StatementFile> {
  const read = await readListed(file);
  if (read === null) throw new Error(`${file} is refused`);
  return read;
}

/** "-1.234,5" style aside: digits with at most one comma or point. */
function mills(text: string): Mills {
  const [, sign, whole = "", fraction = ""] = /^([+-]?)(\d*)[.,]?(\d*)$/.exec(text.trim()) ?? [];
  const size = BigInt(`${whole}${fraction.slice(0, 3).padEnd(3, "0")}` || "0");
  return sign === "-" ? -size : size;
}
const millsOf = ({ minor, currency }: Money): Mills =>
  minor * 10n ** BigInt(3 - decimalsOf(currency));
const sum = (list: readonly Mills[]): Mills => list.reduce((so, one) => so + one, 0n);
const entriesOf = ({ statements }: StatementFile): readonly StatementEntry[] =>
  statements.flatMap(({ entries }) => entries);
const amountsOf = (file: StatementFile) => entriesOf(file).map(({ amount }) => millsOf(amount));
const inOf = (list: readonly Mills[]) => sum(list.filter((one) => one > 0n));
const outOf = (list: readonly Mills[]) => -sum(list.filter((one) => one < 0n));
const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** Entries, sums, account and balances of one statement in an ISO 20022 file. */
function expectAsTold(read: StatementFile, told: OwnStatement): void {
  const mine = read.statements.filter(({ number }) => number === told.id);
  const [first] = mine;
  const amounts = amountsOf({ ...read, statements: mine });
  const places = mine.flatMap(({ entries }) => entries.map(({ line }) => line));
  expect(first?.account).toBe(plain(told.account));
  expect(new Set(places).size).toBe(told.entries);
  expect([inOf(amounts), outOf(amounts)]).toEqual([mills(told.sumCredit), mills(told.sumDebit)]);
  const { OPBD, PRCD, CLBD } = told.balances;
  const millsOrNull = (amount: Money | null | undefined) => (amount ? millsOf(amount) : null);
  const opening = OPBD ?? PRCD;
  expect(millsOrNull(first?.opening)).toBe(opening === undefined ? null : mills(opening));
  expect(millsOrNull(first?.closing)).toBe(CLBD === undefined ? null : mills(CLBD));
  const difference = first && judgeBalance(first).difference;
  if (told.balanceCheck === "ok") expect(difference?.minor).toBe(0n);
  if (told.balanceCheck?.startsWith("differs")) expect(difference?.minor).not.toBe(0n);
}

/** The upstream test looks at the last final balance of the file. */
function expectBalance(
  { statements }: StatementFile,
  name: "opening" | "closing",
  told: Upstream["opening"],
): void {
  if (!told) return;
  const found = statements.flatMap((statement) => statement[name] ?? []).map(millsOf);
  expect(found).toContain(told.status === "D" ? -mills(told.amount) : mills(told.amount));
}

const refused = listed.filter(
  ({ expected: { upstream, ownReading } }) =>
    upstream?.mustFail !== undefined ||
    ownReading?.statements?.some(({ invalidAmounts }) => invalidAmounts !== undefined) ||
    ownReading?.amounts?.some((text) => !/^[+-]?[\d.,]+$/.test(text)),
);
const isRefused = ({ file }: { readonly file: string }) => refused.some((one) => one.file === file);
const taken = (...formats: readonly string[]) =>
  ofFormat(...formats).filter((one) => !isRefused(one));

describe("samples of banks", () => {
  test.each(refused)("$file is refused", async ({ file }) => {
    expect(await readListed(file)).toBeNull();
  });

  test.each(taken("camt053", "camt054", "camt052"))("$file", async ({ file, format, own }) => {
    const read = await mustRead(file);
    expect(read.format).toBe(format);
    const told = own.statements ?? [];
    expect(new Set(read.statements.map(({ number }) => number)).size).toBe(told.length);
    for (const one of told) expectAsTold(read, one);
  });

  test.each(taken("mt940", "mt942"))("$file", async ({ file, format, own, up }) => {
    const read = await mustRead(file);
    expect(read.format).toBe(format);
    const lines = [...latin(file).matchAll(/^:61:\d{6}(?:\d{4}|\s{4})?(R?[CD])[A-Z]?([\d,]+)/gm)];
    expect(lines).toHaveLength(own.lines61 ?? -1);
    const signed = lines.map(([, mark, text = ""]) =>
      mark === "D" || mark === "RC" ? -mills(text) : mills(text),
    );
    expect(amountsOf(read)).toEqual(signed.filter((one) => one !== 0n));
    const stated = [...latin(file).matchAll(/^:62[FM]:([CD])\d{6}[A-Z]{3}([\d,]+)/gm)];
    expect(read.statements.flatMap(({ closing }) => closing ?? []).map(millsOf)).toEqual(
      stated.map(([, mark, text = ""]) => (mark === "D" ? -mills(text) : mills(text))),
    );
    if (up.transactions !== undefined) expect(amountsOf(read)).toHaveLength(up.transactions);
    // The upstream test counts a reversed credit (RC) as money in.
    const reversed = lines.flatMap(([, mark, text = ""]) => (mark === "RC" ? [mills(text)] : []));
    if (up.sum !== undefined) expect(sum(amountsOf(read)) + 2n * sum(reversed)).toBe(mills(up.sum));
    expectBalance(read, "opening", up.opening);
    expectBalance(read, "closing", up.closing);
  });

  test.each(taken("ofx"))("$file", async ({ file, own }) => {
    const read = await mustRead(file);
    expect(read.format).toBe("ofx");
    expect(amountsOf(read)).toEqual((own.amounts ?? []).map(mills));
    expect(read.statements.flatMap(({ closing }) => closing ?? []).map(millsOf)).toEqual(
      (own.ledgerBal ?? []).filter((text) => text !== "").map(mills),
    );
  });

  test.each(taken("bai2"))("$file", async ({ file, own }) => {
    const read = await mustRead(file);
    expect(read.format).toBe("bai2");
    const text = latin(file);
    expect(text.match(/^16,/gm)?.length ?? 0).toBe(own.transactions16);
    const records = [...text.matchAll(/(?:^|\/\s+)16,([1-6])\d\d,(\d+)/gm)];
    const signed = records.map(([, kind = "", digits = ""]) =>
      kind < "4" ? BigInt(digits) : -BigInt(digits),
    );
    expect(entriesOf(read).map(({ amount }) => amount.minor)).toEqual(signed);
  });

  test.each(taken("pain002"))("$file", async ({ file, own, up }) => {
    const { format, statuses } = await mustRead(file);
    expect(format).toBe("pain002");
    const payments = own.tx ?? [];
    if (payments.length === 0) {
      expect(statuses).toHaveLength(1);
      expect(statuses[0]?.accepted).toBe(own.groupStatus !== "RJCT");
      expect(statuses[0]?.codes).toEqual((own.groupReasons ?? []).map(({ code }) => code));
    }
    for (const { e2e, reasons } of payments) {
      const found = statuses.find(({ references }) => references[0] === e2e);
      expect(found?.codes).toEqual(expect.arrayContaining([...reasons]));
    }
    if (up.info !== undefined) expect(statuses[0]?.text).toBe(up.info);
  });
});

/** Rows that move no money: nothing was paid, or the order was closed. */
const WITHOUT_MONEY: Readonly<Record<string, number>> = {
  "cn/abc-debit.csv": 1,
  "cn/alipay-personal-gbk.csv": 1,
  "cn/hxsec-fake.xls": 2,
  "cn/jd.csv": 2,
};
const listOf = (told: string | number | readonly number[]): readonly string[] =>
  (Array.isArray(told) ? told : [told]).map(String);

describe("samples of Chinese banks and platforms", () => {
  test.each(taken("cn"))("$file", async ({ file, expected, up }) => {
    const read = await mustRead(file);
    const amounts = amountsOf(read);
    expect(amounts).toHaveLength((expected.rows ?? 0) - (WITHOUT_MONEY[file] ?? 0));
    const told = { in: up.in ?? up.credit ?? up.total, out: up.out ?? up.debit };
    if (told.in !== undefined) expect(inOf(amounts)).toBe(sum(listOf(told.in).map(mills)));
    if (told.out !== undefined) expect(outOf(amounts)).toBe(sum(listOf(told.out).map(mills)));
    if (up.account !== undefined) expect(read.statements[0]?.account).toBe(plain(up.account));
    if (up.counterparty !== undefined) {
      expect(entriesOf(read).map(({ counterName }) => counterName)).toEqual(up.counterparty);
    }
  });
});
