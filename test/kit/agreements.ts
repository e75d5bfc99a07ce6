/** Agreements for tests: proposed, approved by another person, signed; money that comes. */
import { agreementDocument } from "../../src/actions/agreement-document.ts";
import { applyCash } from "../../src/actions/apply-cash.ts";
import { closeDay } from "../../src/actions/close-day.ts";
import { decideApproval } from "../../src/actions/decide-approval.ts";
import { issueAgreement } from "../../src/actions/issue-agreement.ts";
import { accepted, perform } from "../../src/actions/perform.ts";
import { type ProposePlan, proposePlan } from "../../src/actions/propose-plan.ts";
import { signAgreement } from "../../src/actions/sign-agreement.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import type { AgreementId, ApprovalId, ItemId, ReceiptId } from "../../src/domain/values/ids.ts";
import { moneyOf } from "../../src/domain/values/money.ts";
import { findAgreement } from "../../src/store/agreements.ts";
import { rows, sql } from "../../src/store/sql.ts";
import { viewAgreement } from "../../src/views/agreements.ts";
import { look } from "../../src/views/look.ts";
import { CLAUSES } from "./agreement-values.ts";
import { type Owed, receiptOf, recorded } from "./hand-receipts.ts";

/** F1 and F2 (1,500.00) in three monthly parts from 10 April 2026, without interest. */
export const planOf = (owed: Owed, different: Partial<ProposePlan> = {}): ProposePlan => ({
  customer: owed.customer,
  items: [
    { item: owed.item("F1"), amount: moneyOf("1000.00", "CNY") },
    { item: owed.item("F2"), amount: moneyOf("500.00", "CNY") },
  ],
  schedule: {
    ...{ kind: "equal", count: 3, firstOn: plainDate("2026-04-10"), every: "month" },
    firstPayment: null,
  },
  rollToWorkingDay: false,
  interest: null,
  reason: "客户资金周转困难，愿意分期",
  clauses: CLAUSES,
  replaces: null,
  ...different,
});

export async function proposed(owed: Owed, day: string, plan: ProposePlan): Promise<AgreementId> {
  return accepted(await perform(owed.on(day, "陈静"), proposePlan, plan)).id;
}

/** Decides its approval as somebody else; gives "ok" or the refusal's code. */
export async function decided(
  owed: Owed,
  day: string,
  id: AgreementId,
  approve = true,
  by = "周经理",
): Promise<string> {
  const desk = owed.on(day, by);
  const row = await desk.database.reading((tx) => findAgreement(tx, desk.creditorId, id));
  const approval = row?.approval as ApprovalId;
  const reason = approve ? null : "首付太少";
  const done = await perform(desk, decideApproval, { id: approval, approve, reason });
  return done.ok ? "ok" : done.refusal.code;
}

export async function issued(owed: Owed, day: string, id: AgreementId): Promise<void> {
  const how = { language: "zh", reservePenalty: true, concedes: false } as const;
  accepted(await issueAgreement(owed.on(day), { id, ...how }));
}

export async function signed(owed: Owed, day: string, id: AgreementId): Promise<void> {
  const by = { signedBy: "李明", position: "总经理", signedOn: plainDate(day), scan: null };
  accepted(await perform(owed.on(day), signAgreement, { id, ...by }));
}

/** From the proposal to the signature, on one day. */
export async function concluded(owed: Owed, day: string, plan: ProposePlan): Promise<AgreementId> {
  const id = await proposed(owed, day, plan);
  const decision = await decided(owed, day, id);
  if (decision !== "ok") throw new Error(decision);
  await issued(owed, day, id);
  await signed(owed, day, id);
  return id;
}

/** Money that comes on a day and settles items. */
export async function paid(
  owed: Owed,
  day: string,
  amounts: readonly (readonly [ItemId, string])[],
): Promise<ReceiptId> {
  const desk = owed.on(day);
  const allocations = amounts.map(([item, amount]) => ({
    ...{ item, amount: moneyOf(amount, "CNY"), paid: null },
  }));
  const minor = allocations.reduce((sum, { amount }) => sum + amount.minor, 0n);
  const whole = { amount: `${minor / 100n}.${String(minor % 100n).padStart(2, "0")}` };
  const { customer } = owed;
  const money = receiptOf(customer, { ...whole, receivedOn: day });
  const { id } = await recorded(desk, money);
  accepted(
    await perform(desk, applyCash, {
      ...{ receipt: id, customer, allocations, credits: [], shortfall: null },
      ...{ rest: { kind: "open" }, learn: false, proposal: null },
    }),
  );
  return id;
}

export const closed = async (owed: Owed, day: string) => {
  const done = await closeDay(owed.on(day));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
};

/** The agreement as its page shows it on a day. */
export async function shown(owed: Owed, day: string, id: AgreementId) {
  const page = await look(owed.on(day), (sight) => viewAgreement(sight, id));
  if (page === null) throw new Error("there is such an agreement");
  return page;
}

/** Its stored state and instalments, as the last close left them. */
export async function stands(owed: Owed, id: AgreementId) {
  const { database, creditorId } = owed.on("2026-01-02");
  return await database.reading(async (tx) => {
    const row = await findAgreement(tx, creditorId, id);
    const parts = await rows<{ state: string; settled: bigint }>(
      tx,
      sql`select state, settled from instalment
          where creditor_id = ${creditorId} and agreement_id = ${id} order by place`,
    );
    return {
      state: row?.state,
      missed: row?.missed,
      parts: parts.map(({ state, settled }) => `${state} ${settled}`),
    };
  });
}

/** The reasons of the open tasks about it, in the order in which they were opened. */
export async function tasksOf(owed: Owed, id: AgreementId): Promise<readonly string[]> {
  const { database, creditorId } = owed.on("2026-01-02");
  const found = await database.reading((tx) =>
    rows<{ code: string }>(
      tx,
      sql`select because -> 0 ->> 'code' as code from desk_task
          where creditor_id = ${creditorId} and subject_id = ${id} and state = 'open'
          order by opened_at, id`,
    ),
  );
  return found.map(({ code }) => code);
}

export const documentOf = (owed: Owed, day: string, id: AgreementId) =>
  agreementDocument(owed.on(day), id, null);
