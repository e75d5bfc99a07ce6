/** Dunning by hand: accounts, policies and days for the tests of the plan, and time passing. */
import { readFileSync } from "node:fs";
import { chinaHolidays } from "../../src/domain/countries/china/holidays.ts";
import { judgeDuePromises } from "../../src/domain/desk/promise-judgement.ts";
import { compilePolicy } from "../../src/domain/strategy/compiled-policy.ts";
import type {
  AccountItem,
  CustomerAccount,
  HadStep,
  LadderEntry,
} from "../../src/domain/strategy/dunning-account.ts";
import { type DunningPlan, planDunning } from "../../src/domain/strategy/dunning-plan.ts";
import type { Policy } from "../../src/domain/strategy/policy.ts";
import { type DunningDay, entryOf } from "../../src/domain/strategy/standing.ts";
import { dayCountOf } from "../../src/domain/strategy/working-days.ts";
import {
  addDays,
  epochDay,
  type PlainDate,
  plainDate,
  type WorkCalendar,
  workCalendar,
} from "../../src/domain/values/calendar.ts";
import type {
  CustomerId,
  DisputeId,
  HoldId,
  ItemId,
  PromiseId,
} from "../../src/domain/values/ids.ts";
import { moneyOf } from "../../src/domain/values/money.ts";
import { readPolicyFile } from "../../src/formats/policy-yaml.ts";

export const day = plainDate;
export const china: WorkCalendar = workCalendar("CN", chinaHolidays.days, chinaHolidays);

/** A policy file of `policies/`, which has to be sound. */
export function policyNamed(name: string): Policy {
  const file = new URL(`../../policies/${name}.yaml`, import.meta.url);
  const read = readPolicyFile(readFileSync(file, "utf8"));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.policy;
}

export const itemId = (text: string): ItemId => text as ItemId;

/** A step had on a day; its track told by what a demand, a reminder or a task is called. */
export const had = (
  step: string,
  on: string,
  track: HadStep["track"] = "demand",
  passedOver = false,
): HadStep => ({ step, track, on: day(on), passedOver });

/** An open invoice of CNY unless said, whose id is its number. */
export function item(
  number: string,
  dueOn: string,
  amount: string,
  rest: { readonly currency?: string; readonly had?: readonly HadStep[] } = {},
): AccountItem {
  const { currency, minor: open } = moneyOf(amount, rest.currency ?? "CNY");
  return { id: itemId(number), number, currency, dueOn: day(dueOn), open, had: rest.had ?? [] };
}

export const account = (
  items: readonly AccountItem[],
  rest: Partial<CustomerAccount> = {},
): CustomerAccount => ({
  customer: "customer" as CustomerId,
  grade: null,
  items,
  unapplied: [],
  holds: [],
  disputes: [],
  planned: [],
  promises: [],
  lastDemandOn: null,
  lastReminderOn: null,
  ...rest,
});

export const hold = (
  item: string | null,
  from: string,
  until: string | null,
  id = "hold",
): CustomerAccount["holds"][number] => ({
  id: id as HoldId,
  item: item === null ? null : itemId(item),
  kind: "internal",
  from: day(from),
  until: until === null ? null : day(until),
});

export const dispute = (item: string, amount: string): CustomerAccount["disputes"][number] => ({
  id: `dispute of ${item}` as DisputeId,
  item: itemId(item),
  amount: moneyOf(amount, "CNY").minor,
});

/** A part of an item under an agreement that stands. */
export const planned = (
  item: string,
  amount: string,
  until: string | null = null,
): CustomerAccount["planned"][number] => ({
  item: itemId(item),
  amount: moneyOf(amount, "CNY").minor,
  until: until === null ? null : day(until),
});

/** Amounts by item, with what came for them; taken three weeks before it is to be paid. */
export const promise = (
  parts: Readonly<Record<string, string | readonly [amount: string, came: string]>>,
  payOn: string,
  rest: Partial<CustomerAccount["promises"][number]> = {},
): CustomerAccount["promises"][number] => ({
  id: "promise" as PromiseId,
  takenOn: addDays(day(payOn), -21),
  takenAt: null,
  payOn: day(payOn),
  judgeOn: addDays(day(payOn), 4),
  state: "open",
  judgedOn: null,
  items: Object.entries(parts).map(([number, part]) => {
    const [amount, came] = typeof part === "string" ? [part, "0.00"] : part;
    const item = itemId(number);
    return { item, amount: moneyOf(amount, "CNY").minor, came: moneyOf(came, "CNY").minor };
  }),
  ...rest,
});

/** What is the same on all days of a test: the rules, the calendar, and how old items enter. */
export type Frame = {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly entry: LadderEntry;
};

/** Nothing was overdue when this creditor went live. */
export const fromTheStart: LadderEntry = { liveOn: day("2000-01-01"), entry: "first_letter" };

/** One customer on one day as the rules below the plan see it; totals as all of it is chased. */
export function dunningDay(
  at: CustomerAccount,
  { policy, calendar, entry }: Frame,
  today: PlainDate,
): DunningDay {
  const compiled = compilePolicy(policy);
  const totals = new Map<AccountItem["currency"], bigint>();
  for (const { currency, open } of at.items) {
    totals.set(currency, (totals.get(currency) ?? 0n) + open);
  }
  return {
    account: at,
    policy: compiled,
    count: dayCountOf(calendar),
    today,
    day: epochDay(today),
    graceDays: at.grade === null ? 0 : (policy.graceDays[at.grade] ?? 0),
    entry: entryOf(compiled, entry),
    totals,
  };
}

export const planOn = (at: CustomerAccount, frame: Frame, today: PlainDate): DunningPlan =>
  planDunning(at, frame.policy, frame.calendar, frame.entry, today);

/** The account after a plan was released and done, whole, on that day. */
export function carriedOut(
  at: CustomerAccount,
  { steps }: DunningPlan,
  on: PlainDate,
): CustomerAccount {
  const marks = steps.flatMap(({ track, items }) =>
    items.flatMap(({ id, markStep }) => (markStep === null ? [] : [{ id, track, markStep }])),
  );
  const items = at.items.map((owed) => {
    const fresh = marks
      .filter(({ id }) => id === owed.id)
      .map(({ track, markStep: step }) => ({ step, track, on, passedOver: false }));
    return fresh.length === 0 ? owed : { ...owed, had: [...owed.had, ...fresh] };
  });
  const went = (track: HadStep["track"]) => steps.some((step) => step.track === track);
  return {
    ...at,
    items,
    lastDemandOn: went("demand") ? on : at.lastDemandOn,
    lastReminderOn: went("reminder") ? on : at.lastReminderOn,
  };
}

/** The account with the promises that end on a day judged, as the day does before it plans. */
export function promisesJudged(at: CustomerAccount, today: PlainDate): CustomerAccount {
  const openNow = new Map(at.items.map(({ id, open }) => [id, open]));
  return { ...at, promises: judgeDuePromises({ ...at, openNow, money: [] }, today).promises };
}

/** What left the house: a day, a step, and the items with what each was marked with. */
export type Went = {
  readonly on: PlainDate;
  readonly step: string;
  readonly items: readonly string[];
};

export type Life = {
  readonly went: readonly Went[];
  readonly looks: number;
  readonly at: CustomerAccount;
};

/**
 * Lets `days` days pass with everything planned carried out the same day. `every` looks at the
 * customer each day, otherwise only on the days the plan asked to be woken.
 */
export function live(
  start: CustomerAccount,
  frame: Frame,
  from: PlainDate,
  days: number,
  every: boolean,
): Life {
  const went: Went[] = [];
  let at = start;
  let looks = 0;
  let wakeOn: PlainDate | null = from;
  for (let passed = 0; passed < days; passed += 1) {
    const today = addDays(from, passed);
    if (!every && (wakeOn === null || today < wakeOn)) continue;
    looks += 1;
    at = promisesJudged(at, today);
    const plan = planOn(at, frame, today);
    for (const { step, items } of plan.steps) {
      went.push({ on: today, step, items: items.map(({ id, markStep }) => `${id} ${markStep}`) });
    }
    at = carriedOut(at, plan, today);
    wakeOn = plan.wakeOn;
  }
  return { went, looks, at };
}
