/** Which steps of the ladder each item has had. */
import type { CreditorId, PlanStepId } from "../domain/values/ids.ts";
import { type Executor, one, run, sql } from "./sql.ts";

/** Whether a person or the policy has ever released or dropped a line of this creditor. */
export async function hasStepMarks(executor: Executor, creditor: CreditorId): Promise<boolean> {
  const { found } = await one<{ found: boolean }>(
    executor,
    sql`select exists (select from item_step where creditor_id = ${creditor}) as found`,
  );
  return found;
}

/** Marks each listed item with its own step; a step that an item has had stays as it was. */
export async function insertStepMarks(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly PlanStepId[],
  passedOver: boolean,
): Promise<void> {
  await run(
    executor,
    sql`insert into item_step (creditor_id, item_id, step, track, customer_id, plan_step_id,
          done_on, passed_over)
        select s.creditor_id, (listed->>0)::uuid, listed->>7, s.track, s.customer_id,
          s.id, s.day, ${passedOver}
        from plan_step s, json_array_elements(s.items) listed
        where s.creditor_id = ${creditor} and s.id = any(${ids}::uuid[])
          and listed->>7 is not null
        on conflict do nothing`,
  );
}

export async function deleteStepMarks(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly PlanStepId[],
): Promise<void> {
  await run(
    executor,
    sql`delete from item_step
        where creditor_id = ${creditor} and plan_step_id = any(${ids}::uuid[])`,
  );
}

/** Says of these lines' marks that nothing left the house: the message was taken back. */
export async function passOverStepMarks(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly PlanStepId[],
): Promise<void> {
  await run(
    executor,
    sql`update item_step set passed_over = true
        where creditor_id = ${creditor} and plan_step_id = any(${ids}::uuid[])`,
  );
}
