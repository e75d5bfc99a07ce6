/** A line of the plan as screens show it, with what may be done to it. */

import type { Permission } from "../domain/desk/permission.ts";
import {
  canDrop,
  canLogOutcome,
  canRelease,
  canUndo,
  type Verdict,
} from "../domain/desk/plan-step.ts";
import type { PlannedStep } from "../domain/strategy/dunning-plan.ts";
import type { Grade, Words } from "../domain/strategy/policy.ts";
import { reasonFacts } from "../domain/strategy/reason-facts.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import type { PlanRow } from "../store/plan-rows.ts";
import type { NotPermitted, Sight } from "./look.ts";
import type { StepNames } from "./policy-in-force.ts";

export type Brief = {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly grade: Grade | null;
};

/** First whether the user may at all, then whether the thing allows it. */
export const both = <Refusal>(
  may: true | NotPermitted,
  verdict: true | Refusal,
): true | NotPermitted | Refusal => (may === true ? verdict : may);

const of = (sight: Sight, permission: Permission, verdict: Verdict) =>
  both(sight.may(permission), verdict);

/** What may be done to a stored line, with the reason where it may not. */
export const verbsOf = (sight: Sight, row: PlanRow) => ({
  release: of(sight, "plan:release", canRelease(row, sight.today)),
  drop: of(sight, "plan:drop", canDrop(row)),
  undo: of(sight, "plan:undo", canUndo(row)),
  logOutcome: of(sight, "contact:log", canLogOutcome(row)),
});

export const briefOf = (row: PlanRow): Brief => ({
  id: row.customer,
  number: row.customerNumber,
  name: row.customerName,
  grade: row.grade,
});

/** A stored line; its amounts are text already. */
export function storedLine(sight: Sight, names: StepNames, row: PlanRow) {
  const { id, day, track, stage, step, channel, template, tone, recipient, state } = row;
  const { message, messageState, messageNumber } = row;
  return {
    id,
    day,
    customer: briefOf(row),
    track,
    stage,
    step,
    name: names(step),
    channel,
    template,
    tone,
    recipient,
    by: row.releasedBy,
    state,
    totals: row.totals,
    items: row.items.map(({ currency, open, chased, ...item }) => ({
      ...item,
      open: { amount: open, currency },
      chased: { amount: chased, currency },
    })),
    because: row.because,
    dropReason: row.dropReason,
    message:
      message === null
        ? null
        : { id: message, state: messageState ?? "", number: messageNumber ?? "" },
    can: verbsOf(sight, row),
  };
}

const FORESEEN = { code: "only_foreseen" } as const;

/** A line that the plan of a coming day would have, were nothing to change until then. */
export function foreseenLine(customer: Brief, day: PlainDate, name: Words, step: PlannedStep) {
  const { track, stage, channel, template, tone, recipient, totals } = step;
  return {
    id: null,
    day,
    customer,
    track,
    stage,
    step: step.step,
    name,
    channel,
    template,
    tone,
    recipient,
    by: step.releasedBy,
    state: "planned" as const,
    totals,
    items: step.items.map(({ currency, open, chased, ...item }) => ({
      ...item,
      open: money(open, currency),
      chased: money(chased, currency),
    })),
    because: step.because.map(reasonFacts),
    dropReason: null,
    message: null,
    can: { release: FORESEEN, drop: FORESEEN, undo: FORESEEN, logOutcome: FORESEEN },
  };
}
