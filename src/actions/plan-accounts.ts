/**
 * Plans a few customers as the day sees them: judged promises, the domain's plan, ready to store.
 */
import { type Lateness, latenessOf } from "../domain/desk/lateness.ts";
import { type JudgedPromise, judgeDuePromises } from "../domain/desk/promise-judgement.ts";
import type { CustomerAccount, LadderEntry } from "../domain/strategy/dunning-account.ts";
import {
  type DunningPlan,
  type PlannedItem,
  planDunning,
} from "../domain/strategy/dunning-plan.ts";
import type { Policy } from "../domain/strategy/policy.ts";
import { reasonFacts } from "../domain/strategy/reason-facts.ts";
import type { PlainDate, WorkCalendar } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import { amountText, money } from "../domain/values/money.ts";
import type { WokenCustomer } from "../store/accounts.ts";
import { listReachable } from "../store/contacts-reach.ts";
import { loadDunningAccounts } from "../store/dunning-accounts.ts";
import type { StoredItem } from "../store/plan-items.ts";
import type { NewSkip, NewStep } from "../store/plans.ts";
import type { Executor } from "../store/sql.ts";
import type { BrokenPromise } from "./escalate-broken.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** What is the same for every customer of a day. */
export type DayFrame = {
  readonly day: PlainDate;
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly entry: LadderEntry;
};

export type PlannedCustomer = {
  readonly customer: CustomerId;
  readonly judged: readonly JudgedPromise[];
  /** Those of them that were not kept, wholly or in part. */
  readonly broken: readonly BrokenPromise[];
  readonly steps: readonly Omit<NewStep, "id">[];
  readonly skips: readonly Omit<NewSkip, "id">[];
  readonly wakeOn: PlainDate | null;
  readonly lateness: Lateness;
};

/** Loads the customers' accounts and plans each of them; writes nothing. */
export async function planAccounts(
  tx: Executor,
  creditor: CreditorId,
  customers: readonly WokenCustomer[],
  frame: DayFrame,
  watch: Stopwatch,
): Promise<readonly PlannedCustomer[]> {
  const { day, policy, calendar, entry } = frame;
  const [accounts, reachable] = await watch(
    "loading",
    async () =>
      [
        await loadDunningAccounts(tx, creditor, customers, day),
        await listReachable(
          tx,
          creditor,
          customers.map(({ id }) => id),
        ),
      ] as const,
  );
  return watch("deciding", async () =>
    accounts.map((account) => {
      const { judged, promises } = judgeDuePromises(account, day);
      const failed = [...promises, ...account.defaulted];
      const told = { ...account, promises: failed };
      const plan = planDunning(told, policy, calendar, entry, day);
      const broken = brokenOf(account, judged);
      const lateness = latenessOf(account.items, day);
      const lines = stored(account.customer, plan, reachable.has(account.customer));
      return { ...lines, judged, broken, lateness };
    }),
  );
}

/** The promises that failed today, with the numbers of the open items that they name. */
export const brokenOf = (
  { customer, items }: Pick<CustomerAccount, "customer" | "items">,
  judged: readonly (Pick<JudgedPromise, "id" | "items"> & { readonly state: string })[],
): readonly BrokenPromise[] =>
  judged
    .filter(({ state }) => state === "broken" || state === "partially_kept")
    .map(({ id: promise, items: promised }) => ({
      ...{ promise, customer },
      items: items
        .filter(({ id }) => promised.some(({ item }) => item === id))
        .map(({ number }) => number),
    }));

function stored(
  customer: CustomerId,
  { steps, skips, wakeOn }: DunningPlan,
  reachable: boolean,
): Omit<PlannedCustomer, "judged" | "broken" | "lateness"> {
  return {
    customer,
    wakeOn,
    steps: steps.map((step) => ({
      customer,
      track: step.track,
      stage: step.stage,
      step: step.step,
      ...channelOf(step, reachable),
      template: step.template,
      tone: step.tone,
      recipient: step.recipient,
      releasedBy: step.releasedBy,
      items: step.items.map(storedItem),
      totals: step.totals.map((sum) => ({ amount: amountText(sum), currency: sum.currency })),
    })),
    skips: skips.map(({ step, reason, items, because }) => ({
      customer,
      step,
      reason,
      because: because.map(reasonFacts),
      items: items.map(({ left, ...item }) =>
        storedItem({ ...item, chased: left, markStep: null }),
      ),
    })),
  };
}

/** A mail without an address becomes a letter to print: the next channel, never silence. */
function channelOf(
  step: DunningPlan["steps"][number],
  reachable: boolean,
): Pick<NewStep, "channel" | "because"> {
  const because = step.because.map(reasonFacts);
  if (step.channel !== "email" || reachable) return { channel: step.channel, because };
  return { channel: "letter", because: [...because, { code: "no_address", channel: "email" }] };
}

function storedItem(item: PlannedItem): StoredItem {
  const { id, number, currency, dueOn, days, markStep } = item;
  const open = amountText(money(item.open, currency));
  const chased = amountText(money(item.chased, currency));
  return { id, number, currency, dueOn, days, open, chased, markStep };
}
