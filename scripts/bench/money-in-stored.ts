/** Money in with everything stored: a bank's list read, matched, settled and kept. */
import { createCreditor } from "../../src/actions/create-creditor.ts";
import { importFile } from "../../src/actions/import-file.ts";
import { importStatement, type StatementPhase } from "../../src/actions/import-statement.ts";
import { accepted, type Desk, performShared } from "../../src/actions/perform.ts";
import type { ImportKind } from "../../src/domain/book/import-row.ts";
import type { Instant } from "../../src/domain/values/calendar.ts";
import { amountText, currency, money } from "../../src/domain/values/money.ts";
import { readStatements } from "../../src/formats/statements/read-statements.ts";
import { readRows } from "../../src/formats/tables/read-rows.ts";
import { operator, standardPolicy, worldClock } from "../../src/main.ts";
import type { Database } from "../../src/store/database.ts";
import { rows, sql } from "../../src/store/sql.ts";
import type { CashSet, SetLine } from "./cash-set.ts";

const CNY = currency("CNY");
const yuan = (minor: number): string => amountText(money(BigInt(minor), CNY));
const cell = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const table = (heading: string, lines: readonly (readonly string[])[]): string =>
  `${[heading, ...lines.map((cells) => cells.map(cell).join(","))].join("\n")}\n`;

const customersOf = ({ customers }: CashSet): string =>
  table(
    "客户编号,客户名称,英文名",
    customers.map(({ id, name, englishName = "" }) => [id, name, englishName]),
  );

const invoicesOf = ({ invoices }: CashSet): string =>
  table(
    "客户编号,发票号码,开票日期,到期日,币种,价税合计",
    invoices.map((one) => [
      ...[one.customerId, one.number, one.issued, one.due, one.currency],
      yuan(one.amount),
    ]),
  );

const HEADING =
  "凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,附言,个性化信息";

/** A bank's list of the lines, with a balance that runs on. */
function listOf(lines: readonly SetLine[]): string {
  let balance = 10_000_000_000;
  const cells = lines.map(({ bankRef, payerAccount, date, amount, payerName, remark }) => {
    balance += amount;
    const [side, out, into] = amount < 0 ? ["借", yuan(-amount), ""] : ["贷", "", yuan(amount)];
    const day = `${date} 10:00:00`;
    const who = [bankRef, "1100010001", payerAccount, day, side, out, into, "", ""];
    return [...who, remark, payerName, yuan(balance), "", ""];
  });
  return `[HISTORYDETAIL]\n${table(HEADING, cells)}`;
}

const say = (label: string, milliseconds: number, more: string) =>
  console.log(`${label.padEnd(28)} ${milliseconds.toFixed(0).padStart(8)} ms  ${more}`);

/** What the same server needs to hand over all open items by one statement. */
async function reference({ database, creditorId }: Desk): Promise<void> {
  const began = performance.now();
  const open = await rows(
    database.db,
    sql`select id, customer_id, number, currency, open_amount, due_on
        from item where creditor_id = ${creditorId} and open_amount > 0`,
  );
  const milliseconds = performance.now() - began;
  say("  reference", milliseconds, `one statement reads ${open.length} open items`);
}

/** A refusal's facts as text; amounts are big integers, which JSON does not know. */
const factsOf = (refusal: unknown): string =>
  JSON.stringify(refusal, (_, fact) => (typeof fact === "bigint" ? String(fact) : fact)).slice(
    0,
    500,
  );

async function bringIn(desk: Desk, kind: ImportKind, text: string): Promise<void> {
  const request = { kind, bytes: Buffer.from(text), fileName: `${kind}.csv` };
  const outcome = await importFile(desk, readRows, request);
  if (!outcome.ok) throw new Error(factsOf(outcome.refusal));
}

/** How long each phase of an import took, by when the next one began. */
function phaseWatch() {
  const began: [StatementPhase, number][] = [];
  return {
    onProgress: (phase: StatementPhase) => {
      if (began.at(-1)?.[0] !== phase) began.push([phase, performance.now()]);
    },
    told: (): string => {
      const ended = performance.now();
      const spent = began.map(([phase, from], at) => {
        const until = began[at + 1]?.[1] ?? ended;
        return `${phase} ${(until - from).toFixed(0)} ms`;
      });
      return spent.join(", ");
    },
  };
}

/** Imports one list; gives lines a second, all told. */
async function takeList(desk: Desk, lines: readonly SetLine[]): Promise<number> {
  const bytes = Buffer.from(listOf(lines));
  const file = { bytes, fileName: `icbc-${lines.length}.csv`, account: null, map: null };
  const { onProgress, told } = phaseWatch();
  const began = performance.now();
  const outcome = await importStatement(
    desk,
    readStatements,
    { ...file, insist: null },
    onProgress,
  );
  const milliseconds = performance.now() - began;
  if (!outcome.ok) throw new Error(factsOf(outcome.refusal));
  const { taken, applied, proposed, unmatched } = outcome.value.counts;
  const rate = Math.round(taken / (milliseconds / 1000));
  const fates = `${applied} applied, ${proposed} proposed, ${unmatched} unmatched`;
  say(`  ${lines.length} lines`, milliseconds, `${rate} lines/s: ${fates}`);
  console.log(`    ${told()}`);
  return rate;
}

/** Stores the set's book, then imports its lines in lists of these sizes; the last one's rate. */
export async function benchStored(
  database: Database,
  set: CashSet,
  sizes: readonly number[],
): Promise<number> {
  const shared = { database, actor: operator, clock: worldClock };
  const offer = { code: "bench-money-in", name: "收款基准公司", policy: standardPolicy() };
  const { id: creditorId } = accepted(await performShared(shared, createCreditor, offer));
  const last = set.bank.at(-1)?.date ?? "2025-08-01";
  const clock = { now: () => `${last}T01:30:00.000Z` as Instant, random: worldClock.random };
  const desk: Desk = { database, creditorId, actor: operator, clock };
  await bringIn(desk, "customers", customersOf(set));
  await bringIn(desk, "invoices", invoicesOf(set));

  console.log("\nmoney in, everything stored");
  await reference(desk);
  let [from, rate] = [0, 0];
  for (const size of sizes) {
    rate = await takeList(desk, set.bank.slice(from, from + size));
    from += size;
  }
  return rate;
}
