/** A day's plan as the command line prints it: steps and skips, each with customer and reasons. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, PlanStepId } from "../domain/values/ids.ts";
import { listCustomerNames } from "../store/customer-names.ts";
import type { Database } from "../store/database.ts";
import { findRun } from "../store/day-runs.ts";
import {
  listSkips,
  listStepIds,
  listSteps,
  type NewSkip,
  type NewStep,
  type StepState,
} from "../store/plans.ts";
import { findPolicy } from "../store/policies.ts";
import type { Executor } from "../store/sql.ts";
import { hasStepMarks } from "../store/step-marks.ts";

type Named = { readonly customer: string; readonly name: string };

export type DayPlanStep = Named &
  Omit<NewStep, "id" | "customer"> & { readonly state: StepState | "foreseen" };
export type DayPlanSkip = Named & Omit<NewSkip, "id" | "customer">;

export type DayPlan = {
  readonly day: PlainDate;
  readonly steps: readonly DayPlanStep[];
  readonly skips: readonly DayPlanSkip[];
};

/** What a look at these customers would plan; it takes the place of their waiting lines. */
export type Foreseen = {
  readonly customers: readonly CustomerId[];
  readonly steps: readonly Omit<NewStep, "id">[];
  readonly skips: readonly Omit<NewSkip, "id">[];
};

const NOTHING: Foreseen = { customers: [], steps: [], skips: [] };

/** Customers are shown by their number. */
export async function viewDayPlan(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  foreseen: Foreseen = NOTHING,
): Promise<DayPlan> {
  const anew = new Set(foreseen.customers);
  const stored = (await listSteps(executor, creditor, day)).filter(
    ({ customer, state }) => state !== "planned" || !anew.has(customer),
  );
  const skips = (await listSkips(executor, creditor, day)).filter(
    ({ customer }) => !anew.has(customer),
  );
  const steps = [
    ...stored.map(({ id: _, day: __, dropReason: ___, ...step }) => step),
    ...foreseen.steps.map((step) => ({ ...step, state: "foreseen" as const })),
  ];
  const left = [...skips.map(({ id: _, day: __, ...skip }) => skip), ...foreseen.skips];
  const ids = new Set([...steps, ...left].map(({ customer }) => customer));
  const names = await listCustomerNames(executor, creditor, [...ids]);
  const named = (id: CustomerId): Named => names.get(id) ?? { customer: id, name: "" };
  return {
    day,
    steps: steps.map(({ customer, ...step }) => ({ ...named(customer), ...step })),
    skips: left.map(({ customer, ...skip }) => ({ ...named(customer), ...skip })),
  };
}

/** The lines of a day that wait to be released. */
export const viewWaitingSteps = (
  database: Database,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly PlanStepId[]> =>
  database.reading((tx) => listStepIds(tx, creditor, day, "planned", { byItself: false }));

export const isDayClosed = (
  database: Database,
  creditor: CreditorId,
  day: PlainDate,
): Promise<boolean> =>
  database.reading(async (tx) => (await findRun(tx, creditor, day))?.state === "closed");

/** The policy in force as a person wrote it. */
export const viewPolicyText = (database: Database, creditor: CreditorId): Promise<string | null> =>
  database.reading(async (tx) => (await findPolicy(tx, creditor))?.text ?? null);

/** Whether a person has released or dropped a first line of this creditor's plan. */
export const hasBegun = (database: Database, creditor: CreditorId): Promise<boolean> =>
  database.reading((tx) => hasStepMarks(tx, creditor));
