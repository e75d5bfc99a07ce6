/** One act on many customers, each on its own: what is refused for one keeps no other back. */
import type { ContactOffer } from "../domain/desk/contact-log.ts";
import { canRelease } from "../domain/desk/plan-step.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, PlanStepId, UserId } from "../domain/values/ids.ts";
import { type Result, refuse } from "../domain/values/result.ts";
import { type CustomerHead, listCustomerHeads } from "../store/case-rows.ts";
import { listWorkLines, type WorkLineRow } from "../store/work-details.ts";
import { assignOwner } from "./assign-owner.ts";
import { logContact } from "./log-contact.ts";
import { businessDayOf, type Desk, perform } from "./perform.ts";
import { releasePlan } from "./release-plan.ts";
import { snoozeCase } from "./snooze-case.ts";

export type BulkAct =
  | { readonly kind: "release" }
  | { readonly kind: "snooze"; readonly until: PlainDate; readonly reason: string }
  | { readonly kind: "assign"; readonly owner: UserId | null; readonly reason: string }
  | ({ readonly kind: "contact"; readonly channel: "call" | "message" } & Omit<
      ContactOffer,
      "overdueReason"
    >);

export type BulkLine = {
  readonly customer: CustomerHead;
  /** True: done, or in a rehearsal: it would be. Otherwise the refusal. */
  readonly outcome: true | { readonly code: string };
  readonly letters: number;
  /** Letters that wait for another reason than the act's. */
  readonly because: readonly { readonly code: string; readonly [fact: string]: unknown }[];
};

type Outcome = Result<unknown, { readonly code: string }>;

/**
 * Does the act for each of these customers by its own verb, with that verb's permission, in the
 * order given. With `dryRun` each is done and taken back: the answer says what would happen.
 * Customers out of the actor's reach are left out.
 */
export async function bulkWork(
  desk: Desk,
  act: BulkAct,
  customers: readonly CustomerId[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<readonly BulkLine[]> {
  const { database, creditorId, actor } = desk;
  const [heads, lines] = await database.reading(
    async (tx) =>
      [
        await listCustomerHeads(tx, creditorId, customers),
        act.kind === "release" ? await listWorkLines(tx, creditorId, customers) : [],
      ] as const,
    actor.reach,
  );
  const today = await businessDayOf(desk);
  const known = new Map(heads.map((head) => [head.customer, head]));
  const done: BulkLine[] = [];
  for (const customer of new Set(customers)) {
    const head = known.get(customer);
    if (head === undefined || today === null) continue;
    const own = lines.filter((line) => line.customer === customer);
    const letters = releasable(own, today);
    const outcome = await doFor(desk, act, customer, letters, dryRun);
    const isDone = outcome.ok;
    done.push({
      customer: head,
      outcome: isDone ? true : outcome.refusal,
      letters: isDone ? letters.length : 0,
      because: own.filter((line) => !letters.includes(line.id)).flatMap(waitsBecause),
    });
  }
  return done;
}

/** Letters of the plan that wait for a person's word today; tasks are not sent. */
const releasable = (lines: readonly WorkLineRow[], today: PlainDate): readonly PlanStepId[] =>
  lines
    .filter((line) => line.track !== "task")
    .filter((line) => canRelease({ ...line, messageState: null }, today) === true)
    .map(({ id }) => id);

const waitsBecause = ({ track, step, day }: WorkLineRow) =>
  track === "task" ? [] : [{ code: "step_of_another_day", step, day }];

async function doFor(
  desk: Desk,
  act: BulkAct,
  customer: CustomerId,
  letters: readonly PlanStepId[],
  dryRun: boolean,
): Promise<Outcome> {
  const options = { dryRun };
  if (act.kind === "release") {
    if (letters.length === 0) return refuse({ code: "nothing_to_release" });
    const released = await perform(desk, releasePlan, { steps: letters }, options);
    const stale = released.ok && released.value.released === 0;
    return stale ? refuse({ code: "step_is_stale" }) : released;
  }
  if (act.kind === "snooze") {
    const { until, reason } = act;
    return await perform(desk, snoozeCase, { customer, until, reason }, options);
  }
  if (act.kind === "assign") {
    const { owner, reason } = act;
    const change = { kind: "owner" as const, customers: [customer], to: owner, reason };
    return await perform(desk, assignOwner, change, options);
  }
  const { kind: _, ...offer } = act;
  const whom = { contact: null, usual: true };
  const said = { ...offer, ...whom, customer, step: null, overdueReason: null };
  return await perform(desk, logContact, said, options);
}
