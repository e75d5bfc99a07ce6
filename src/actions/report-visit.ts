/** Reports on a visit: who was met, what was seen and agreed; the contact log tells it as well. */
import type { OverdueReason } from "../domain/desk/contact-log.ts";
import {
  judgeVisitReport,
  type VisitReport,
  type VisitReportRefusal,
} from "../domain/desk/visit.ts";
import { businessDay, type PlainDate } from "../domain/values/calendar.ts";
import type {
  AttachmentId,
  ContactId,
  ContactLogId,
  CustomerId,
  VisitId,
} from "../domain/values/ids.ts";
import { instantAt } from "../domain/values/local-time.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { listContactDetails } from "../store/customer-details.ts";
import { findVisit, updateVisitDone, updateVisitTasks, type VisitRow } from "../store/visits.ts";
import { type Context, defineAction } from "./action.ts";
import { type BindAttachmentsRefusal, bindAttachments } from "./bind-attachments.ts";
import { type ConductDesk, loadConduct } from "./conduct-desk.ts";
import { takeTask } from "./log-contact.ts";
import { type WriteRefusal, type Written, writeContact } from "./write-contact.ts";

export type ReportVisit = VisitReport & {
  readonly visit: VisitId;
  readonly overdueReason: OverdueReason | null;
  readonly followUpOn: PlainDate | null;
  readonly attachments: readonly AttachmentId[];
};

type Reported = { readonly id: VisitId; readonly entry: ContactLogId };
type Refusal =
  | VisitReportRefusal
  | WriteRefusal
  | BindAttachmentsRefusal
  | { readonly code: "visit_not_found" };

/** Refused of a visit that is over, and when it names people who are not this customer's. */
export const reportVisit = defineAction<ReportVisit, Reported, Refusal>({
  name: "report_visit",
  permission: "contact:log",
  async run(context, input) {
    const { tx, creditorId, today, now, actor } = context;
    const visit = await lockVisit(context, input.visit);
    if (visit === null) return refuse({ code: "visit_not_found" });
    const desk = await loadConduct(context);
    const arrangedOn = businessDay(visit.arrangedAt, desk.timeZone);
    const judged = judgeVisitReport(input, { state: visit.state, arrangedOn }, today);
    if (!judged.ok) return judged;
    const report = judged.value;
    const met = await judgeMet(context, visit.customer, report.met);
    if (!met.ok) return met;
    const written = await writeReport(context, desk, visit, { ...input, ...report });
    if (!written.ok) return written;
    const to = { subject: "visit" as const, subjectId: visit.id };
    const bound = await bindAttachments(context, visit.customer, input.attachments, to);
    if (!bound.ok) return bound;
    const entry = written.value.id;
    const by = { at: now, by: actor.name };
    await updateVisitDone(tx, creditorId, visit.id, { ...report, entry, ...by });
    const done = { state: "done" as const, on: today, ...by, outcome: report.agreed };
    await updateVisitTasks(tx, creditorId, visit.id, done);
    return ok({ id: visit.id, entry });
  },
});

/** Locks the customer of a visit and reads it; null when there is none within reach. */
export async function lockVisit(
  { tx, creditorId }: Context,
  id: VisitId,
): Promise<VisitRow | null> {
  const seen = await findVisit(tx, creditorId, id);
  if (seen === null) return null;
  const locked = await lockCustomer(tx, creditorId, seen.customer);
  return locked === null ? null : await findVisit(tx, creditorId, id);
}

async function judgeMet(
  { tx, creditorId }: Context,
  customer: CustomerId,
  met: readonly ContactId[],
): Promise<Result<null, { readonly code: "contact_not_found" }>> {
  const known = await listContactDetails(tx, creditorId, customer);
  const ids = new Set(known.map(({ id }) => id));
  return met.every((id) => ids.has(id)) ? ok(null) : refuse({ code: "contact_not_found" });
}

/** The entry of the contact log; a task of the plan is done by it where it still waits. */
async function writeReport(
  context: Context,
  { timeZone }: ConductDesk,
  { customer, step, plannedAt }: VisitRow,
  { happenedOn, met, seen, agreed, overdueReason, followUpOn }: ReportVisit,
): Promise<Result<Written, WriteRefusal>> {
  const task = await takeTask(context, { customer, step });
  const at = instantAt(happenedOn, plannedAt, timeZone);
  return writeContact(context, {
    customer,
    step: task === null ? null : step,
    contact: met[0] ?? null,
    channel: "visit",
    outcome: met.length > 0 ? "reached" : "no_answer",
    said: [seen, agreed].filter((part) => part !== null).join("\n"),
    overdueReason,
    followUpOn,
    happenedAt: at <= context.now ? at : null,
  });
}
