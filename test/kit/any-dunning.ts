/** Arbitrary policies and accounts: every shape a policy file and a customer's book may have. */
import fc from "fast-check";
import type {
  AccountItem,
  CustomerAccount,
  LadderEntry,
} from "../../src/domain/strategy/dunning-account.ts";
import { type Policy, type PolicyStep, parsePolicy } from "../../src/domain/strategy/policy.ts";
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";
import type { DisputeId, HoldId, PromiseId } from "../../src/domain/values/ids.ts";
import { type Currency, currency, money } from "../../src/domain/values/money.ts";
import { day, itemId } from "./dunning.ts";

/** The day the tests stand on: a Friday before the longest holiday of 2026. */
export const TODAY = day("2026-02-13");
const CURRENCIES = ["CNY", "USD"] as const;

type RawStep = {
  readonly unit: "days" | "working_days";
  readonly gap: number;
  readonly channel: PolicyStep["channel"];
  readonly per: "customer" | "invoice";
  readonly by: "itself" | "person";
  readonly chained: boolean;
  readonly minimum: string | null;
  readonly onlyIf: "evidence_case" | "large" | null;
};

const rawStep: fc.Arbitrary<RawStep> = fc.record({
  unit: fc.constantFrom("days", "days", "working_days"),
  gap: fc.integer({ min: 1, max: 20 }),
  channel: fc.constantFrom("email", "email", "letter", "call", "visit", "review"),
  per: fc.constantFrom("customer", "customer", "invoice"),
  by: fc.constantFrom("itself", "person"),
  chained: fc.boolean(),
  minimum: fc.constantFrom(null, null, null, "100.00"),
  onlyIf: fc.constantFrom(null, null, null, null, "evidence_case", "large"),
});

const isMessage = ({ channel }: RawStep) => channel === "email" || channel === "letter";

function written(raw: RawStep, key: string, days: number, after: string | null): unknown {
  return {
    key,
    name: { zh: key, en: key },
    stage: days <= 0 ? "pre_due" : "early",
    trigger: { [raw.unit]: days },
    channel: raw.channel,
    ...(isMessage(raw) ? { template: "first-demand", tone: "friendly" } : {}),
    recipient: "clerk",
    by: raw.by,
    per: raw.per,
    ...(after === null ? {} : { after }),
    ...(raw.minimum === null ? {} : { minimum: { CNY: raw.minimum } }),
    ...(raw.onlyIf === "evidence_case" ? { only_if: "evidence_case" } : {}),
    ...(raw.onlyIf === "large" ? { only_if: { amount_at_least: { CNY: "500.00" } } } : {}),
  };
}

/** Steps after due climb from day 1, steps before due from −30 days up to the due day. */
function ladder(before: readonly RawStep[], after: readonly RawStep[], chains: boolean): unknown[] {
  let early = -30;
  const first = before.map((raw, index) => {
    early += Math.min(raw.gap, 6) + 1;
    return written(
      raw,
      `before-${index}`,
      raw.unit === "days" ? early : Math.ceil(early / 2),
      null,
    );
  });
  let late = 0;
  let last: string | null = null;
  const second = after.map((raw, index) => {
    const key = `after-${index}`;
    late += index === 0 ? Math.min(raw.gap, 4) : raw.gap + 1;
    const days = raw.unit === "days" ? late : Math.max(1, Math.floor(late / 2));
    const step = written(raw, key, days, chains && raw.chained ? last : null);
    last = key;
    return step;
  });
  return [...first, ...second];
}

/** A policy that `parsePolicy` accepts. `plain`: no minimum, no condition, no chain of steps. */
export const anyPolicy = (plain = false): fc.Arbitrary<Policy> =>
  fc
    .record({
      before: fc.array(rawStep, { maxLength: 4 }),
      after: fc.array(rawStep, { minLength: 1, maxLength: 7 }),
      demandEvery: fc.integer({ min: 1, max: 10 }),
      reminders: fc.integer({ min: 1, max: 3 }),
      grace: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ before, after, demandEvery, reminders, grace }) => {
      const bare = (raw: RawStep): RawStep => ({ ...raw, minimum: null, onlyIf: null });
      const strip = (raws: readonly RawStep[]) => (plain ? raws.map(bare) : raws);
      return parsePolicy({
        name: { zh: "任意", en: "Any" },
        grace_days: { A: grace },
        demand_every_days: demandEvery,
        reminders_per_invoice: reminders,
        steps: ladder(strip(before), strip(after), !plain),
      });
    })
    .filter((parsed) => parsed.ok)
    .map((parsed) => parsed.value);

const anyUnit: fc.Arbitrary<Currency> = fc.constantFrom(...CURRENCIES).map(currency);
const anyMinor = fc.bigInt({ min: 1n, max: 100_000n });

const anyItem = (index: number): fc.Arbitrary<AccountItem> =>
  fc.record({ due: fc.integer({ min: -120, max: 40 }), unit: anyUnit, minor: anyMinor }).map(
    ({ due, unit, minor }): AccountItem => ({
      id: itemId(`item-${index}`),
      number: `N${index}`,
      currency: unit,
      dueOn: addDays(TODAY, due),
      open: money(minor, unit).minor,
      had: [],
    }),
  );

const anyItems = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyItem(index))));

/** A part of an item's open amount, often all of it. */
const anyPart = ({ open, currency: unit }: AccountItem) =>
  fc.oneof(
    fc.constant(open),
    fc.bigInt({ min: 1n, max: open }).map((part) => money(part, unit).minor),
  );

const ahead = (least: number, most: number): fc.Arbitrary<PlainDate> =>
  fc.integer({ min: least, max: most }).map((days) => addDays(TODAY, days));

const anyHolds = (items: readonly AccountItem[]): fc.Arbitrary<CustomerAccount["holds"]> =>
  fc.array(
    fc.record({
      id: fc.uuid().map((id) => id as HoldId),
      item: fc.constantFrom(null, ...items.map(({ id }) => id)),
      kind: fc.constantFrom("courtesy", "legal"),
      from: ahead(-10, 10),
      until: fc.option(ahead(1, 60)),
    }),
    { maxLength: 1 },
  );

const anyDisputes = (items: readonly AccountItem[]): fc.Arbitrary<CustomerAccount["disputes"]> =>
  fc.array(
    fc.constantFrom(...items).chain((disputed) =>
      anyPart(disputed).map((amount) => ({
        id: `dispute-${disputed.id}` as DisputeId,
        item: disputed.id,
        amount,
      })),
    ),
    { maxLength: 2 },
  );

const anyPromises = (items: readonly AccountItem[]): fc.Arbitrary<CustomerAccount["promises"]> =>
  fc.array(
    fc.constantFrom(...items).chain((promised) =>
      fc.record({ amount: anyPart(promised), payOn: ahead(0, 20) }).map(({ amount, payOn }) => ({
        id: `promise-${promised.id}` as PromiseId,
        items: [{ item: promised.id, amount, came: 0n }],
        takenOn: addDays(TODAY, -10),
        takenAt: null,
        payOn,
        judgeOn: addDays(payOn, 4),
        state: "open" as const,
        judgedOn: null,
      })),
    ),
    { maxLength: 2 },
  );

/** Parts under agreements; a plan rests as long as it stands, an unsigned one until a day. */
const anyPlanned = (items: readonly AccountItem[]): fc.Arbitrary<CustomerAccount["planned"]> =>
  fc.array(
    fc.constantFrom(...items).chain((agreed) =>
      fc.record({
        item: fc.constant(agreed.id),
        amount: anyPart(agreed),
        until: fc.option(ahead(-2, 40)),
      }),
    ),
    { maxLength: 1 },
  );

/** Promises that were not kept, on the same items: each lets its items go one step further. */
const anyBroken = (items: readonly AccountItem[]): fc.Arbitrary<CustomerAccount["promises"]> =>
  fc.array(
    fc.constantFrom(...items).chain((promised) =>
      fc.record({ amount: anyPart(promised), payOn: ahead(-20, -5) }).map(({ amount, payOn }) => ({
        id: `broken-${promised.id}` as PromiseId,
        items: [{ item: promised.id, amount, came: 0n }],
        takenOn: addDays(payOn, -10),
        takenAt: null,
        payOn,
        judgeOn: addDays(payOn, 4),
        state: "broken" as const,
        judgedOn: addDays(payOn, 4),
      })),
    ),
    { maxLength: 1 },
  );

/** A customer's book on `TODAY`; now and then with everything that may be in the way. */
export const anyAccount: fc.Arbitrary<CustomerAccount> = anyItems.chain((items) =>
  fc.record({
    customer: fc.constant("customer" as CustomerAccount["customer"]),
    grade: fc.constantFrom(null, "A", "C"),
    items: fc.constant(items),
    unapplied: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: anyMinor.map((minor) => [money(minor, currency("CNY"))]) },
    ),
    holds: anyHolds(items),
    disputes: anyDisputes(items),
    planned: anyPlanned(items),
    promises: fc
      .tuple(anyPromises(items), anyBroken(items))
      .map(([open, broken]) => [...open, ...broken]),
    lastDemandOn: fc.option(ahead(-20, -1)),
    lastReminderOn: fc.option(ahead(-5, -1)),
  }),
);

/** The creditor may have gone live before, on, or well before the day the tests stand on. */
export const anyEntry: fc.Arbitrary<LadderEntry> = fc.record({
  liveOn: ahead(-90, 0),
  entry: fc.constantFrom("first_letter", "by_age", "after-0", "after-1", "after-2"),
});
