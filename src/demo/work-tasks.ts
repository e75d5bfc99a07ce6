/** The demo's collector works the day's tasks: calls, promises, disputes, and what was said. */
import { logContact } from "../actions/log-contact.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import { raiseDispute } from "../actions/raise-dispute.ts";
import { takePromise } from "../actions/take-promise.ts";
import type { Outcome, OverdueReason } from "../domain/desk/contact-log.ts";
import { addDays, type PlainDate } from "../domain/values/calendar.ts";
import type { ContactId, ItemId } from "../domain/values/ids.ts";
import { isPositive, money, moneyOf } from "../domain/values/money.ts";
import { viewAnswering, viewDayLines } from "../views/demo-desk.ts";
import { answerCall, type WorldAnswer } from "./answer-call.ts";
import type { Answer } from "./habits.ts";

import type { Play } from "./play-day.ts";
import type { WorldCustomer } from "./world.ts";

/** How many of a hundred tasks are worked on their day; the others wait or are replaced. */
const DILIGENCE = 70;

type Line = Awaited<ReturnType<typeof viewDayLines>>[number] & {
  /** Who picks up the telephone there. */
  readonly answering: ContactId | null;
};

export async function workTasks(play: Play, desk: Desk, day: PlainDate): Promise<void> {
  const found = await viewDayLines(desk.database, desk.creditorId, day);
  const customers = [...new Set(found.map(({ customer }) => customer))];
  const people = await viewAnswering(desk.database, desk.creditorId, customers);
  for (const each of found) {
    const line = { ...each, answering: people.get(each.customer) ?? null };
    const customer = play.world.invoices.get(line.items[0]?.number ?? "")?.customer;
    const open = line.track === "task" && line.state === "released";
    if (open && customer?.chance.happens(DILIGENCE))
      await workTask(play, desk, day, line, customer);
  }
}

const SAID: Readonly<Record<Answer, readonly [Outcome, OverdueReason | null, string | null]>> = {
  will_check: ["reached", "procedure", "对方说查一下付款流程，本周内答复"],
  no_answer: ["no_answer", null, null],
  promise: ["promised", "oversight", "对方确认金额，答应按期付款"],
  dispute: ["disputed", "dispute", "对方称部分货物数量不符，要求核对"],
  short_of_cash: ["reached", "cash", "对方资金紧张，正在等下游回款"],
};

const SAID_IN_ENGLISH: Readonly<Record<Answer, string | null>> = {
  will_check: "Will look into their payment run and come back this week",
  no_answer: null,
  promise: "Agrees the amounts and will pay as promised",
  dispute: "Claims that part of the delivery is short; wants it checked",
  short_of_cash: "Short of cash, waiting for their own customers",
};

async function workTask(
  play: Play,
  desk: Desk,
  day: PlainDate,
  line: Line,
  customer: WorldCustomer,
): Promise<void> {
  if (line.channel === "review") return logTask(desk, line, { outcome: "declined", said: null });
  if (line.stage === "pre_due") {
    const said = "发票已收到，金额无误，已排入付款计划";
    return logTask(desk, line, { outcome: "confirmed", said });
  }
  const asked = line.items.flatMap(({ number }) => play.world.invoices.get(number) ?? []);
  const answer = answerCall(play.world, customer, asked, day);
  const [outcome, overdueReason, chinese] = SAID[answer.answer];
  const followUpOn = outcome === "reached" ? addDays(day, 5) : null;
  const said = customer.language === "zh" ? chinese : SAID_IN_ENGLISH[answer.answer];
  await logTask(desk, line, { outcome, said, overdueReason, followUpOn });
  await followAnswer(play, desk, day, line, answer);
}

type Told = {
  readonly outcome: Outcome;
  readonly said: string | null;
  readonly overdueReason?: OverdueReason | null;
  readonly followUpOn?: PlainDate | null;
};

async function logTask(desk: Desk, line: Line, told: Told): Promise<void> {
  const logged = await perform(desk, logContact, {
    overdueReason: null,
    followUpOn: null,
    ...told,
    customer: line.customer,
    step: line.id,
    contact: line.channel === "review" ? null : line.answering,
    channel: line.channel === "visit" || line.channel === "review" ? line.channel : "call",
  });
  accepted(logged);
}

/** A promise for all that was asked about, or a dispute of a part. A refused promise stays talk. */
async function followAnswer(
  play: Play,
  desk: Desk,
  day: PlainDate,
  line: Line,
  { promise, dispute }: WorldAnswer,
): Promise<void> {
  const { customer } = line;
  if (promise !== null) {
    const [first] = line.items;
    const items = line.items
      .filter(({ currency }) => currency === first?.currency)
      .map(({ id, chased, currency }) => ({
        item: id as ItemId,
        amount: moneyOf(chased, currency),
      }))
      .filter(({ amount }) => isPositive(amount));
    const takenFrom = "财务";
    await perform(desk, takePromise, { customer, payOn: promise.payOn, items, takenFrom });
  }
  if (dispute !== null) {
    const item = line.items.find(({ number }) => number === dispute.invoice.number);
    const amount = money(dispute.minor, dispute.invoice.customer.currency);
    const raised = await perform(desk, raiseDispute, {
      customer,
      item: (item?.id ?? "") as ItemId,
      amount,
      reason: "quantity",
      note: "到货数量与送货单不符",
    });
    if (!raised.ok) return;
    const closeOn = addDays(day, dispute.invoice.customer.chance.integer(14, 50));
    play.disputes.push({ ...dispute, id: raised.value.id, closeOn });
  }
}
