/** What happened to a customer's disputes and complaints, for its timeline. */
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { type ComplaintLine, listCustomerComplaints } from "../store/complaints.ts";
import { type DisputeTold, listDisputesTold } from "../store/dispute-events.ts";
import type { Sight } from "./look.ts";

/** At most `limit` of each, in no order. */
export async function viewDisputeEvents(sight: Sight, customer: CustomerId, limit: number) {
  const { tx, creditor } = sight;
  const told = await listDisputesTold(tx, creditor.id, customer, limit);
  const complaints = await listCustomerComplaints(tx, creditor.id, customer, limit);
  return [...told.map(disputeEvent), ...complaints.flatMap(complaintEvents)];
}

function disputeEvent({ kind, facts, ...event }: DisputeTold) {
  const { id, dispute, day, at, by, said, item, reason, currency } = event;
  const sum = (minor: string | undefined) =>
    money(minor === undefined ? event.amount : BigInt(minor), currency);
  const told = { id, dispute, day, at, by, item };
  const routed = { department: facts.department ?? null, answerBy: facts.answerBy ?? null };
  switch (kind) {
    case "raised":
      return {
        ...{ kind: "dispute_opened" as const, ...told, ...routed, note: said },
        ...{ amount: sum(facts.amount), reason },
      };
    case "closed":
      return {
        ...{ kind: "dispute_closed" as const, ...told, said, amount: sum(undefined) },
        ...{ outcome: facts.outcome ?? "", creditNumber: facts.creditNumber ?? null },
      };
    case "answered":
      return { kind: "dispute_answered" as const, ...told, said, ...routed };
    case "rerouted":
      return { kind: "dispute_rerouted" as const, ...told, said, ...routed };
    case "split":
      return { kind: "dispute_split" as const, ...told, said, amount: sum(facts.amount) };
    case "reopened":
      return { kind: "dispute_reopened" as const, ...told, said, amount: sum(facts.amount) };
  }
}

function complaintEvents(line: ComplaintLine) {
  const { id, kind: about, said, loggedOn, loggedAt, loggedBy, closedOn, outcome } = line;
  const logged = { kind: "complaint_logged" as const, id, day: loggedOn, at: loggedAt };
  const closed = { kind: "complaint_closed" as const, id, at: line.closedAt, by: line.closedBy };
  return [
    { ...logged, by: loggedBy, complaint: about, said, answerBy: line.answerBy },
    ...(closedOn === null || outcome === null
      ? []
      : [{ ...closed, day: closedOn, outcome, answer: line.answer, measures: line.measures }]),
  ];
}
