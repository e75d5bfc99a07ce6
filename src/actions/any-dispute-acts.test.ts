/** Any acts in any order: what is disputed never exceeds what is open, and parts are the whole. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { applied, type Owed, owedBook, receiptOf, recorded } from "../../test/kit/hand-receipts.ts";
import { ledgerFaults } from "../../test/kit/money-in.ts";
import { judgeDisputeMove } from "../domain/desk/dispute.ts";
import type { ApplicationId, DisputeId } from "../domain/values/ids.ts";
import { add, amountText, currency, isNegative, money } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { one, sql } from "../store/sql.ts";
import { viewDisputes } from "../views/disputes.ts";
import { look } from "../views/look.ts";
import { answerDispute } from "./answer-dispute.ts";
import { closeDispute } from "./close-dispute.ts";
import { creditDispute } from "./credit-dispute.ts";
import { type Desk, perform } from "./perform.ts";
import { raiseDispute } from "./raise-dispute.ts";
import { reopenDispute } from "./reopen-dispute.ts";
import { splitDispute } from "./split-dispute.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const CNY = currency("CNY");
const ACTS = ["raise", "pay", "undo", "answer", "split", "credit", "close", "reopen"] as const;
type Act = { readonly act: (typeof ACTS)[number]; readonly share: number; readonly which: number };

const anyActs = fc.array(
  fc.record({
    act: fc.constantFrom(...ACTS),
    share: fc.integer({ min: 1, max: 130 }),
    which: fc.nat(9),
  }),
  { minLength: 4, maxLength: 12 },
);

type World = {
  readonly owed: Owed;
  readonly desk: Desk;
  readonly paid: ApplicationId[];
};

const openNow = async ({ owed, desk }: World): Promise<bigint> =>
  (
    await desk.database.reading((tx) =>
      one<{ open: bigint }>(
        tx,
        sql`select open_amount as open from item
            where creditor_id = ${desk.creditorId} and id = ${owed.item("F1")}`,
      ),
    )
  ).open;

const disputesOf = ({ desk }: World) =>
  look(desk, (sight) => viewDisputes(sight, { state: "all", late: false, size: 200 }));

async function pay(world: World, minor: bigint): Promise<void> {
  const amount = amountText(money(minor, CNY));
  const { owed, desk, paid } = world;
  const { id } = await recorded(desk, receiptOf(owed.customer, { amount }));
  paid.push(await applied(desk, id, [[owed.item("F1"), amount]]));
}

/** Carries out an act where it can be; what is refused leaves nothing behind. */
async function carryOut(world: World, { act, share, which }: Act): Promise<void> {
  const { owed, desk, paid } = world;
  const open = await openNow(world);
  const part = (of: bigint) => money((of * BigInt(share)) / 100n, CNY);
  if (act === "pay") {
    const minor = part(open).minor;
    if (minor > 0n && minor <= open) await pay(world, minor);
    return;
  }
  if (act === "undo") {
    const [id] = paid.splice(which % Math.max(1, paid.length), 1);
    if (id !== undefined) await perform(desk, undoApplication, { id, reason: "认错" });
    return;
  }
  if (act === "raise") {
    const offer = { item: owed.item("F1"), amount: part(open), reason: "quality", note: null };
    await perform(desk, raiseDispute, { customer: owed.customer, ...offer } as never);
    return;
  }
  const { rows } = await disputesOf(world);
  const chosen = rows[which % Math.max(1, rows.length)];
  if (chosen !== undefined) await workOn(desk, act, chosen.id, part(chosen.parts.disputed.minor));
}

async function workOn(
  desk: Desk,
  act: Act["act"],
  id: DisputeId,
  amount: ReturnType<typeof money>,
): Promise<void> {
  const routed = { department: null, assignee: null, note: null };
  if (act === "answer") await perform(desk, answerDispute, { id, said: "查实" });
  if (act === "split")
    await perform(desk, splitDispute, { id, amount, reason: "price", ...routed });
  if (act === "credit")
    await perform(desk, creditDispute, { id, amount, number: null, said: null });
  if (act === "close") await perform(desk, closeDispute, { id, outcome: "rejected", said: "不符" });
  if (act === "reopen") await perform(desk, reopenDispute, { id, reason: "又提出" });
}

async function holds(world: World): Promise<void> {
  const { rows } = await disputesOf(world);
  const open = await openNow(world);
  const disputed = rows.reduce((all, { parts }) => all + parts.disputed.minor, 0n);
  expect(disputed <= open).toBe(true);
  for (const { amount, parts, state, can } of rows) {
    const all = Object.values(parts);
    expect(all.reduce(add).minor).toBe(amount.minor);
    expect(all.some(isNegative)).toBe(false);
    expect(can.answer === true).toBe(judgeDisputeMove(state, "answer").ok);
  }
}

test("disputed parts never exceed what is open, whatever is paid, undone, split or credited", async () => {
  await fc.assert(
    fc.asyncProperty(anyActs, async (acts) => {
      const owed = await owedBook(database);
      const world: World = { owed, desk: owed.on("2026-03-10"), paid: [] };
      for (const act of [{ act: "raise", share: 60, which: 0 } as const, ...acts]) {
        await carryOut(world, act);
        await holds(world);
      }
      expect(await ledgerFaults(world.desk)).toEqual([]);
    }),
    { numRuns: 8 },
  );
}, 120_000);
