/** What a customer held back stays open or becomes a dispute, as the policy says. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import { entryOf, linesOf, takenLines } from "../../test/kit/money-in.ts";
import { readJudgement } from "../domain/cash/stored-judgement.ts";
import type { BankLineId } from "../domain/values/ids.ts";
import { standardPolicy } from "../main.ts";
import { findBankLine } from "../store/bank-lines.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { acceptProposal } from "./accept-proposal.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { type PolicyText, publishPolicy } from "./publish-policy.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const A = "上海甲精密机械有限公司";
const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  `C1,${A},INV-2026-0101,2026-01-05,2026-02-05,1234.56`;
const short = entryOf({ counterName: A, amount: "1180.00", remark: "INV-2026-0101 扣质量款" });

/** Publishes a policy, takes a payment that is short by 54.56, and accepts what is proposed. */
async function acceptShort(policy: PolicyText): Promise<Desk> {
  const desk = await emptyBook(database);
  accepted(await perform(desk, publishPolicy, policy));
  await taken(desk, "invoices", INVOICES);
  await takenLines(desk, [short]);
  const line = (await linesOf(desk))[0]?.id as BankLineId;
  const found = await database.reading((tx) => findBankLine(tx, desk.creditorId, line));
  const [first] = readJudgement(found?.judgement)?.proposals ?? [];
  expect(first?.shortfall?.kind).toBe("deduction");
  accepted(await perform(desk, acceptProposal, { line, rank: 1, learn: false, seen: null }));
  expect(await openOn(desk, "2026-03-31")).toEqual({ "INV-2026-0101": 5456n });
  return desk;
}

const disputed = ({ creditorId }: Desk) =>
  rows<{ amount: bigint; note: string | null }>(
    database.db,
    sql`select amount, note from dispute where creditor_id = ${creditorId}`,
  );

test("the standard policy opens a dispute of the amount that was held back", async () => {
  const desk = await acceptShort(standardPolicy());
  expect(await disputed(desk)).toEqual([{ amount: 5456n, note: "INV-2026-0101 扣质量款" }]);
});

test("a policy that says nothing of it leaves the amount open", async () => {
  const { text, body } = standardPolicy();
  const { cash: _, ...silent } = body as { readonly cash: unknown };
  expect(await disputed(await acceptShort({ text, body: silent }))).toEqual([]);
});
