/** Disputes: the list with its counts, one with its thread, and who may answer. */
import {
  type Department,
  DISPUTE_REASONS,
  type DisputeReason,
} from "../domain/book/dispute-reason.ts";
import { routeDispute } from "../domain/desk/dispute.ts";
import type { DisputeOutcome } from "../domain/desk/dispute-closing.ts";
import { USUAL_DISPUTES } from "../domain/strategy/policy-disputes.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, DisputeId, UserId } from "../domain/values/ids.ts";
import { type Currency, money } from "../domain/values/money.ts";
import { listAnswerers, listColleagues } from "../store/answerers.ts";
import { listAttachmentsOf } from "../store/attachments.ts";
import { loadCalendar } from "../store/calendars.ts";
import { type DisputeEvent, listDisputeEvents } from "../store/dispute-events.ts";
import { listOpenCreditMemos } from "../store/dispute-items.ts";
import {
  type DisputeWindow,
  findDisputeLine,
  listCustomerDisputes,
  listDisputeCounts,
  listDisputedSums,
  listDisputeWindow,
} from "../store/dispute-rows.ts";
import { shownAttachment } from "./attachments.ts";
import { readCursor } from "./cursor.ts";
import { shownDisputes } from "./dispute-row.ts";
import type { Sight } from "./look.ts";
import { loadPolicy } from "./policy-in-force.ts";
import { DAY_KEY, windowOf } from "./windowed.ts";

export type DisputesWanted = {
  readonly department?: Department | undefined;
  readonly reason?: DisputeReason | undefined;
  readonly customer?: CustomerId | undefined;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  readonly person?: UserId | "me" | undefined;
  readonly text?: string | undefined;
  readonly state: DisputeWindow["state"];
  readonly late: boolean;
  readonly after?: string | undefined;
  readonly size: number;
};

/** A window; counts and sums are of everything asked for but state and lateness. */
export async function viewDisputes(sight: Sight, wanted: DisputesWanted) {
  const { tx, creditor, today } = sight;
  const { state, late, size } = wanted;
  const asked = {
    department: wanted.department ?? null,
    reason: wanted.reason ?? null,
    customer: wanted.customer ?? null,
    from: wanted.from ?? null,
    to: wanted.to ?? null,
    person: wanted.person === "me" ? sight.user : (wanted.person ?? null),
    text: wanted.text || null,
  };
  const after = readCursor(wanted.after, DAY_KEY);
  const window = { state, dueBefore: late ? today : null, after, size };
  const found = await listDisputeWindow(tx, creditor.id, asked, window);
  const byDue = state !== "all" && state !== "closed";
  const { rows, next } = windowOf(found, size, (row) => (byDue ? row.answerBy : row.openedOn));
  const counts = await listDisputeCounts(tx, creditor.id, asked, today);
  const countOf = (of: string) => counts.find((one) => one.state === of)?.count ?? 0;
  const sums = await listDisputedSums(tx, creditor.id, asked);
  return {
    rows: await shownDisputes(sight, rows),
    next,
    counts: {
      open: countOf("open"),
      answered: countOf("answered"),
      closed: countOf("closed"),
      late: counts.reduce((all, one) => all + one.late, 0),
    },
    disputed: sums.map(({ currency, disputed }) => money(disputed, currency)),
  };
}

/** A customer's disputes for its page, the latest first. */
export const viewCustomerDisputes = async (sight: Sight, customer: CustomerId) =>
  shownDisputes(sight, await listCustomerDisputes(sight.tx, sight.creditor.id, customer));

/** Null when there is none in reach. */
export async function viewDispute(sight: Sight, id: DisputeId) {
  const { tx, creditor } = sight;
  const line = await findDisputeLine(tx, creditor.id, id);
  if (line === null) return null;
  const [dispute] = await shownDisputes(sight, [line]);
  if (dispute === undefined) return null;
  const events = await listDisputeEvents(tx, creditor.id, id);
  const attachments = await listAttachmentsOf(tx, creditor.id, [id]);
  const memos = await listOpenCreditMemos(tx, creditor.id, line.customer);
  return {
    ...dispute,
    thread: events.map((event) => shownEvent(event, line.currency)),
    attachments: attachments.map((attachment) => shownAttachment(sight, attachment)),
    creditMemos: memos
      .filter(({ currency }) => currency === line.currency)
      .map(({ open, currency, ...memo }) => ({ ...memo, open: money(open, currency) })),
  };
}

function shownEvent({ facts, ...event }: DisputeEvent, currency: Currency) {
  const { id, kind, day, at, by, said } = event;
  const minor = facts.amount ?? facts.credited ?? null;
  return {
    ...{ id, kind, day, at, by, said },
    amount: minor === null || minor === "0" ? null : money(BigInt(minor), currency),
    department: (facts.department ?? null) as Department | null,
    answerBy: facts.answerBy ?? null,
    outcome: (facts.outcome ?? null) as DisputeOutcome | null,
    creditNumber: facts.creditNumber ?? null,
  };
}

/** Who may be named, and how each reason is routed if it is raised today. */
export async function viewDisputeDesk(sight: Sight) {
  const { tx, creditor, today } = sight;
  const policy = (await loadPolicy(tx, creditor.id))?.policy.disputes ?? USUAL_DISPUTES;
  const calendar = await loadCalendar(tx, creditor.country);
  return {
    answerers: await listAnswerers(tx, creditor.id, "dispute:answer"),
    complaintOwners: await listAnswerers(tx, creditor.id, "complaint:answer"),
    colleagues: await listColleagues(tx, creditor.id),
    reasons: DISPUTE_REASONS.map((reason) => ({
      reason,
      answerDays: policy.reasons[reason].answerDays,
      ...routeDispute({ reason }, policy, calendar, today),
    })),
    complaintDays: policy.complaintDays,
  };
}
