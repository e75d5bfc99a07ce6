/** The day's plan: steps and skips, and what became of each step. */
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, PlanStepId } from "../domain/values/ids.ts";
import { type Packed, packed, type StoredItem, texts, unpacked } from "./plan-items.ts";
import { type Executor, maybe, one, rows, run, sql } from "./sql.ts";
import { rememberTouched } from "./touched.ts";

export type StepState = "planned" | "released" | "done" | "dropped" | "superseded";

export type StoredTotal = { readonly amount: string; readonly currency: string };
export type Reason = { readonly code: string; readonly [fact: string]: unknown };

export type NewStep = {
  readonly id: PlanStepId;
  readonly customer: CustomerId;
  readonly track: "reminder" | "demand" | "task";
  readonly stage: string;
  readonly step: string;
  readonly channel: string;
  readonly template: string | null;
  readonly tone: string | null;
  readonly recipient: string | null;
  readonly releasedBy: "itself" | "person";
  readonly items: readonly StoredItem[];
  readonly totals: readonly StoredTotal[];
  readonly because: readonly Reason[];
};

export type NewSkip = {
  readonly id: string;
  readonly customer: CustomerId;
  readonly step: string | null;
  readonly reason: string;
  readonly items: readonly StoredItem[];
  readonly because: readonly Reason[];
};

export type PlanStep = NewStep & {
  readonly day: PlainDate;
  readonly state: StepState;
  readonly dropReason: string | null;
};

export type PlanSkip = NewSkip & { readonly day: PlainDate };

export async function insertSteps(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  by: { readonly at: Instant; readonly actor: string },
  steps: readonly NewStep[],
): Promise<void> {
  if (steps.length === 0) return;
  const of = <Key extends keyof NewStep>(key: Key) => steps.map((step) => step[key]);
  await run(
    executor,
    sql`insert into plan_step (creditor_id, day, state, changed_at, changed_by, id, customer_id,
          track, stage, step, channel, template, tone, recipient, released_by, items, totals,
          because)
        select ${creditor}, ${day}, 'planned', ${by.at}, ${by.actor}, s.*
        from unnest(${of("id")}::uuid[], ${of("customer")}::uuid[], ${of("track")}::text[],
          ${of("stage")}::text[], ${of("step")}::text[], ${of("channel")}::text[],
          ${of("template")}::text[], ${of("tone")}::text[], ${of("recipient")}::text[],
          ${of("releasedBy")}::text[], ${packed(of("items"))},
          ${texts(of("totals"))}, ${texts(of("because"))}) as s`,
  );
}

export async function insertSkips(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  skips: readonly NewSkip[],
): Promise<void> {
  if (skips.length === 0) return;
  const of = <Key extends keyof NewSkip>(key: Key) => skips.map((skip) => skip[key]);
  await run(
    executor,
    sql`insert into plan_skip (creditor_id, day, id, customer_id, step, reason, items, because)
        select ${creditor}, ${day}, s.*
        from unnest(${of("id")}::uuid[], ${of("customer")}::uuid[], ${of("step")}::text[],
          ${of("reason")}::text[], ${packed(of("items"))},
          ${texts(of("because"))}) as s`,
  );
}

/**
 * Makes room for a new look at these customers: lines that nobody released are superseded, and
 * the skips of the same day are replaced.
 */
export async function supersedePlanned(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  by: { readonly at: Instant; readonly actor: string },
  customers: readonly CustomerId[],
): Promise<void> {
  await run(
    executor,
    sql`update plan_step set state = 'superseded', changed_at = ${by.at}, changed_by = ${by.actor}
        where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and state = 'planned'`,
  );
  await run(
    executor,
    sql`delete from plan_skip
        where creditor_id = ${creditor} and day = ${day}
          and customer_id = any(${customers}::uuid[])`,
  );
}

/** Takes tasks off the list whose items are all settled, or which a newer task replaces. */
export async function supersedeTasks(
  executor: Executor,
  creditor: CreditorId,
  by: { readonly at: Instant; readonly actor: string },
  customers: readonly CustomerId[],
  replaced: readonly CustomerId[],
): Promise<void> {
  await run(
    executor,
    sql`update plan_step s set state = 'superseded', changed_at = ${by.at}, changed_by = ${by.actor}
        where s.creditor_id = ${creditor} and s.customer_id = any(${customers}::uuid[])
          and s.track = 'task' and s.state = 'released'
          and (s.customer_id = any(${replaced}::uuid[]) or not exists (
            select from json_array_elements(s.items) listed
            join item i on i.creditor_id = s.creditor_id and i.id = (listed->>0)::uuid
            where i.open_amount > 0))`,
  );
}

const STEP = sql`id, day, customer_id as customer, track, stage, step, channel, template, tone,
  recipient, released_by as "releasedBy", state, items, totals, because,
  drop_reason as "dropReason"`;

/** The lines of a day, superseded ones left out, in the order in which a person reads them. */
export async function listSteps(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly PlanStep[]> {
  const found = await rows(
    executor,
    sql<Packed<PlanStep>>`select ${STEP} from plan_step
        where creditor_id = ${creditor} and day = ${day} and state <> 'superseded'
        order by track, stage, step, customer_id, id`,
  );
  return found.map(unpacked);
}

export async function listSkips(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly PlanSkip[]> {
  const found = await rows(
    executor,
    sql<Packed<PlanSkip>>`select id, day, customer_id as customer, step, reason, items, because
        from plan_skip where creditor_id = ${creditor} and day = ${day}
        order by reason, step, customer_id, id`,
  );
  return found.map(unpacked);
}

export async function findStep(
  executor: Executor,
  creditor: CreditorId,
  id: PlanStepId,
): Promise<PlanStep | null> {
  const query = sql<Packed<PlanStep>>`select ${STEP} from plan_step
    where creditor_id = ${creditor} and id = ${id}`;
  const found = await maybe(executor, query);
  return found === null ? null : unpacked(found);
}

/** Locks the named lines that are in one of these states, customers first, in one order. */
export async function lockSteps(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly PlanStepId[],
  states: readonly StepState[],
): Promise<readonly PlanStep[]> {
  const found = await rows(
    executor,
    sql<Packed<PlanStep>>`select ${STEP} from plan_step
        where creditor_id = ${creditor} and id = any(${ids}::uuid[])
          and state = any(${states}::text[])
        order by customer_id, id for update`,
  );
  rememberTouched(
    executor,
    found.map(({ customer }) => customer),
  );
  return found.map(unpacked);
}

/** The ids of a day's lines in a state: all, or those that the policy releases by itself. */
export async function listStepIds(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  state: StepState,
  { byItself }: { readonly byItself: boolean },
): Promise<readonly PlanStepId[]> {
  const found = await rows<{ id: PlanStepId }>(
    executor,
    sql`select id from plan_step
        where creditor_id = ${creditor} and day = ${day} and state = ${state}
          and (not ${byItself}::boolean or released_by = 'itself' or track = 'task')
        order by customer_id, id`,
  );
  return found.map(({ id }) => id);
}

export async function updateSteps(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly PlanStepId[],
  to: {
    readonly state: StepState;
    readonly at: Instant;
    readonly actor: string;
    readonly dropReason?: string;
  },
): Promise<void> {
  await run(
    executor,
    sql`update plan_step set state = ${to.state}, changed_at = ${to.at}, changed_by = ${to.actor},
          drop_reason = ${to.dropReason ?? null}
        where creditor_id = ${creditor} and id = any(${ids}::uuid[])`,
  );
}

export type PlanCounts = {
  readonly planned: number;
  readonly released: number;
  readonly skipped: number;
};

export const countPlan = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<PlanCounts> =>
  one(
    executor,
    sql<PlanCounts>`select
          count(*) filter (where state = 'planned')::integer as planned,
          count(*) filter (where state in ('released', 'done'))::integer as released,
          (select count(*)::integer from plan_skip
            where creditor_id = ${creditor} and day = ${day}) as skipped
        from plan_step where creditor_id = ${creditor} and day = ${day}`,
  );
