/** What happens next at a customer and why: what waits, or what the plan will bring. */
import { judgeDuePromises } from "../domain/desk/promise-judgement.ts";
import { type DunningPlan, planDunning } from "../domain/strategy/dunning-plan.ts";
import { reasonFacts } from "../domain/strategy/reason-facts.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { assert } from "../domain/values/result.ts";
import { loadCalendar } from "../store/calendars.ts";
import type { CustomerDetail } from "../store/customer-details.ts";
import { loadDunningAccounts } from "../store/dunning-accounts.ts";
import { listWaitingRows } from "../store/plan-rows.ts";
import type { PolicyInForce } from "../store/policy-in-force.ts";
import type { Sight } from "./look.ts";
import { type Brief, foreseenLine, storedLine } from "./plan-line.ts";
import { stepNames } from "./policy-in-force.ts";

/** Days looked ahead, one wake-up day after the other. */
const LOOKS_AHEAD = 8;

type Foreseen = Pick<DunningPlan, "steps" | "skips"> & { readonly day: PlainDate };

/** The lines that wait now; without any, the first coming day on which something is planned. */
export async function viewWhatNext(
  sight: Sight,
  customer: CustomerDetail,
  inForce: PolicyInForce | null,
) {
  const { tx, creditor, today } = sight;
  const names = stepNames(inForce);
  const waiting = await listWaitingRows(tx, creditor.id, customer.id);
  const now = waiting.map((row) => storedLine(sight, names, row));
  const replanned = waiting.some(({ state }) => state === "planned");
  const foreseen = replanned || inForce === null ? null : await foresee(sight, customer, inForce);
  if (foreseen === null) {
    return { now, day: now.length > 0 ? today : null, steps: [], skips: [] };
  }
  const { id, number, name, grade } = customer;
  const brief: Brief = { id, number, name, grade };
  const { day, steps, skips } = foreseen;
  return {
    now,
    day,
    steps: steps.map((step) => foreseenLine(brief, day, names(step.step), step)),
    skips: skips.map((skip) => ({
      customer: brief,
      step: skip.step,
      name: skip.step === null ? null : names(skip.step),
      reason: skip.reason,
      items: skip.items.map((item) => ({ id: item.id, number: item.number })),
      because: skip.because.map(reasonFacts),
    })),
  };
}

/**
 * The first wake-up day on which a step falls due, were nothing to change until then, and what the
 * first look leaves out meanwhile. Null when nothing is left out and nothing falls due.
 */
async function foresee(
  { tx, creditor, today }: Sight,
  { id, grade, wakeOn }: CustomerDetail,
  { policy }: PolicyInForce,
): Promise<Foreseen | null> {
  if (wakeOn === null) return null;
  const [account] = await loadDunningAccounts(tx, creditor.id, [{ id, grade }], today);
  assert(account !== undefined, "an account is loaded of each customer asked for");
  const calendar = await loadCalendar(tx, creditor.country);
  const entry = { liveOn: creditor.liveOn ?? today, entry: creditor.entry };
  const lookAt = (day: PlainDate): DunningPlan => {
    const { promises } = judgeDuePromises(account, day);
    const told = { ...account, promises: [...promises, ...account.defaulted] };
    return planDunning(told, policy, calendar, entry, day);
  };
  const first = wakeOn > today ? wakeOn : today;
  let [day, plan] = [first, lookAt(first)];
  const { skips } = plan;
  for (let looks = 1; plan.steps.length === 0 && plan.wakeOn !== null; looks += 1) {
    if (looks === LOOKS_AHEAD) break;
    day = plan.wakeOn;
    plan = lookAt(day);
  }
  const { steps } = plan;
  return steps.length + skips.length > 0 ? { day, steps, skips } : null;
}
