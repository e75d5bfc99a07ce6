/** One waiting line: what was proposed as long as it holds, and judged anew when it doesn't. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook, taken } from "../../test/kit/imports.ts";
import { entryOf, linesOf, takenLines } from "../../test/kit/money-in.ts";
import { acceptProposal } from "../actions/accept-proposal.ts";
import { ignoreLine } from "../actions/ignore-line.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import type { BankLineId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import type { Database } from "../store/database.ts";
import { look } from "./look.ts";
import { viewMatchDesk } from "./match-desk.ts";
import { viewMatchLine } from "./match-line.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const A = "上海甲精密机械有限公司";
const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  `C1,${A},INV-2026-0102,2026-01-06,2026-02-06,777.70\n` +
  `C1,${A},INV-2026-0103,2026-01-07,2026-02-07,300.00`;
const pays = { counterName: A, amount: "770.00", remark: "货款 INV-2026-0102" };

async function twoLines() {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  await takenLines(desk, [entryOf(pays), entryOf({ ...pays, bookedOn: "2026-03-11" })]);
  const [first, second] = await linesOf(desk);
  if (first === undefined || second === undefined) throw new Error("two lines");
  return { desk, first: first.id, second: second.id };
}

const lineOf = (desk: Desk, id: BankLineId) => look(desk, (sight) => viewMatchLine(sight, id));

test("proposals come with numbers, what is open of each, and the customer's other claims", async () => {
  const { desk, first } = await twoLines();
  const view = await lineOf(desk, first);
  expect(view).toMatchObject({
    line: { state: "open", can: { match: true, ignore: true, undo: { code: expect.anything() } } },
    customer: { number: "C1" },
    claims: [{ number: "INV-2026-0102" }, { number: "INV-2026-0103" }],
  });
  expect(view?.proposals[0]).toMatchObject({
    ...{ rank: 1, what: "receipt", customer: { name: A }, can: { accept: true } },
    allocations: [{ number: "INV-2026-0102", open: moneyOf("777.70", "CNY") }],
  });
});

test("what the book has overtaken is judged anew, and can be accepted as it was seen", async () => {
  const { desk, first, second } = await twoLines();
  const given = { rank: 1, learn: false, seen: null };
  accepted(await perform(desk, acceptProposal, { ...given, line: first }));
  const { proposals = [] } = (await lineOf(desk, second)) ?? {};
  const [now] = proposals;
  const settled = now?.allocations.every(({ amount, open }) => amount.minor <= open.minor);
  expect(settled).toBe(true);
  if (now === undefined) throw new Error("something is proposed");
  const seen = {
    what: now.what,
    customer: now.customer?.id ?? null,
    items: now.allocations.map(({ item }) => item),
  };
  const done = await perform(desk, acceptProposal, { ...given, line: second, seen });
  expect(done.ok || done.refusal.code !== "proposal_outdated").toBe(true);
});

test("a line that was left out has no proposals; the desk counts what waits", async () => {
  const { desk, first } = await twoLines();
  const before = await look(desk, (sight) => viewMatchDesk(sight, {}));
  expect(before).toMatchObject({ totals: { proposed: { count: 2 }, unidentified: { count: 2 } } });
  expect(before.rows[0]).toMatchObject({
    proposal: { customer: { number: "C1" }, numbers: ["INV-2026-0102"], can: { accept: true } },
  });
  accepted(await perform(desk, ignoreLine, { id: first, reason: "重复导入", duplicateOf: null }));
  expect(await lineOf(desk, first)).toMatchObject({
    ...{ proposals: [], waits: [], can: { apply: { code: "line_not_open" }, reopen: true } },
  });
  const wanted = { what: "receipt" as const, text: A.slice(0, 3) };
  const after = await look(desk, (sight) => viewMatchDesk(sight, wanted));
  expect(after).toMatchObject({ totals: { proposed: { count: 1 }, unidentified: { count: 1 } } });
  expect(after.rows).toHaveLength(1);
});

test("there is no line that does not exist", async () => {
  const { desk } = await twoLines();
  expect(await lineOf(desk, "00000000-0000-7000-8000-000000000000" as BankLineId)).toBeNull();
});
