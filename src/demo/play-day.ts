/** Plays one day of the demo world through the real actions, as a desk with a collector works. */
import { closeDay, type DayClosed } from "../actions/close-day.ts";
import { closeDispute } from "../actions/close-dispute.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import { placeHold } from "../actions/place-hold.ts";
import { releasePlan } from "../actions/release-plan.ts";
import type { HoldOffer } from "../domain/desk/hold.ts";
import { addDays, daysBetween, isWorkingDay, type PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, DisputeId } from "../domain/values/ids.ts";
import { viewCustomerIds, viewDayLines } from "../views/demo-desk.ts";
import { openBank, type WorldBank } from "./bank.ts";
import { bringIn } from "./bring-in.ts";
import { takeMoney } from "./cashier.ts";
import { issueInvoices, payInvoices, readLetter, settle, type WorldPayment } from "./payer.ts";
import {
  contactRows,
  contractRow,
  creditMemoRow,
  customerRow,
  invoiceRow,
  receiptRow,
} from "./rows.ts";
import { workTasks } from "./work-tasks.ts";
import { HISTORY_DAYS, type World, type WorldInvoice } from "./world.ts";

export type OpenDispute = {
  readonly id: DisputeId;
  readonly invoice: WorldInvoice;
  readonly minor: bigint;
  readonly closeOn: PlainDate;
};

export type Play = {
  readonly world: World;
  readonly ids: Map<string, CustomerId>;
  readonly disputes: OpenDispute[];
  readonly bank: WorldBank;
  /** Numbers of customers under a court's protection. */
  readonly insolvent: Set<string>;
};

export type PlayOptions = {
  /** Leaves what a person would do today undone, for the person who opens the demo. */
  readonly leaveWork?: boolean;
  /** Leaves what the match desk asks about. */
  readonly leaveMoney?: boolean;
  /** Nobody comes in on a day off; the next working day catches up. */
  readonly restOnDaysOff?: boolean;
  /** Called right after the day was closed, before anybody acts on it. */
  readonly onClosed?: () => Promise<void>;
};

export const startPlay = (world: World): Play => ({
  world,
  ids: new Map(),
  disputes: [],
  bank: openBank(),
  insolvent: new Set(),
});

/** Brings in customers, contacts, contracts, and everything that was open before the first day. */
export async function openBook(play: Play, desk: Desk): Promise<void> {
  const { world } = play;
  const { customers } = world;
  await bringIn(desk, "customers", customers.map(customerRow));
  await bringIn(desk, "contacts", customers.flatMap(contactRows));
  await bringIn(
    desk,
    "contracts",
    customers.map((customer, at) => contractRow(world, customer, at)),
  );
  const found = await viewCustomerIds(desk.database, desk.creditorId);
  for (const [number, id] of found) play.ids.set(number, id);

  const issued: WorldInvoice[] = [];
  const paid: { readonly day: PlainDate; readonly payments: readonly WorldPayment[] }[] = [];
  for (
    let day = addDays(world.startOn, -HISTORY_DAYS);
    day < world.startOn;
    day = addDays(day, 1)
  ) {
    issued.push(...issueInvoices(world, day));
    const payments = payInvoices(world, day);
    settle(payments);
    paid.push({ day, payments });
  }
  await bringIn(desk, "invoices", issued.map(invoiceRow));
  const receipts = paid.flatMap(({ day, payments }) =>
    payments.map((payment, at) => receiptRow(payment, day, at)),
  );
  await bringIn(desk, "receipts", receipts);
}

/**
 * A day (null when nobody came): what is issued and paid, disputes that end, the close, releases,
 * and the answers.
 */
export async function playDay(
  play: Play,
  desk: Desk,
  day: PlainDate,
  { leaveWork = false, leaveMoney = false, restOnDaysOff = false, onClosed }: PlayOptions = {},
): Promise<DayClosed | null> {
  const { world } = play;
  const worked = isWorkingDay(world.calendar, day);
  if (!worked && restOnDaysOff) return null;
  const issued = issueInvoices(world, day);
  if (issued.length > 0) await bringIn(desk, "invoices", issued.map(invoiceRow));
  const payments = worked ? payInvoices(world, day) : [];
  if (worked) await takeMoney(play, desk, payments, day, leaveMoney);
  await endDisputes(play, desk, day);
  await placeHolds(play, desk, day);
  const closed = accepted(await closeDay(desk, { day }));
  await onClosed?.();
  // On some days nobody finds the time; the plan is then made anew the day after.
  if (!leaveWork && !world.chance.happens(8)) await release(desk, day);
  await answerLetters(play, desk, day);
  if (!leaveWork && worked) await workTasks(play, desk, day);
  return closed;
}

/** The person releases everything that waits. */
async function release(desk: Desk, day: PlainDate): Promise<void> {
  const lines = await viewDayLines(desk.database, desk.creditorId, day);
  const waiting = lines.filter(({ state }) => state === "planned").map(({ id }) => id);
  if (waiting.length > 0) accepted(await perform(desk, releasePlan, { steps: waiting }));
}

/** Letters reach their readers on the day they are released. */
async function answerLetters({ world }: Play, desk: Desk, day: PlainDate): Promise<void> {
  const lines = await viewDayLines(desk.database, desk.creditorId, day);
  for (const { track, state, items } of lines) {
    if (track !== "demand" || state !== "released") continue;
    const listed = items.flatMap(({ number }) => world.invoices.get(number) ?? []);
    readLetter(world, listed, day);
  }
}

/** A dispute ends with the customer giving in, or with a credit memo for the disputed part. */
async function endDisputes(play: Play, desk: Desk, day: PlainDate): Promise<void> {
  const ending = play.disputes.filter(({ closeOn }) => closeOn <= day);
  for (const dispute of ending) {
    play.disputes.splice(play.disputes.indexOf(dispute), 1);
    const { id, invoice, minor } = dispute;
    const credited = invoice.customer.chance.happens(50);
    if (credited) {
      const memo = {
        customer: invoice.customer,
        number: `HZ${invoice.number.slice(-8)}`,
        minor,
        currency: invoice.customer.currency,
        reference: `红字冲减 ${invoice.number}`,
      };
      await bringIn(desk, "invoices", [creditMemoRow(memo, day)]);
    }
    const outcome = credited ? "credited" : "withdrawn";
    accepted(await perform(desk, closeDispute, { id, outcome }));
  }
}

const COURTESIES = [
  "客户系统升级，付款顺延一周",
  "双方正在对账",
  "客户财务负责人更换，约定月底前答复",
];

/** Now and then somebody asks for patience; of those who never pay, a court takes one or two. */
async function placeHolds(play: Play, desk: Desk, day: PlainDate): Promise<void> {
  const { chance, customers, startOn } = play.world;
  const place = async (number: string, offer: HoldOffer): Promise<void> => {
    const customer = play.ids.get(number);
    if (customer !== undefined) accepted(await perform(desk, placeHold, { customer, ...offer }));
  };
  if (chance.happens(7)) {
    const until = addDays(day, chance.integer(7, 28));
    const reason = chance.pick(COURTESIES);
    await place(chance.pick(customers).number, { kind: "courtesy", reason, until });
  }
  if (daysBetween(startOn, day) < LAWFUL_PATIENCE_DAYS || !chance.happens(5)) return;
  const silent = customers.find(
    ({ number, habit }) => habit.name === "silent" && !play.insolvent.has(number),
  );
  if (silent === undefined || play.insolvent.size > 0) return;
  play.insolvent.add(silent.number);
  await place(silent.number, { kind: "insolvency", reason: "法院受理破产申请", until: null });
}

/** No court is asked before a customer has been silent for so long. */
const LAWFUL_PATIENCE_DAYS = 150;
