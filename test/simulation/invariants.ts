/**
 * What must hold after every day, whatever customers did: each is a question that finds nothing.
 */
import {
  addWorkingDays,
  daysBetween,
  isWorkingDay,
  type PlainDate,
} from "../../src/domain/values/calendar.ts";
import type { CreditorId } from "../../src/domain/values/ids.ts";
import { rows, sql } from "../../src/store/sql.ts";
import { cases } from "./case-invariants.ts";
import { type Found, type Invariant, texts } from "./invariant.ts";
import { money } from "./money-invariants.ts";
import { promises } from "./promise-invariants.ts";

const ledger: readonly Invariant[] = [
  {
    name: "the postings of an entry sum to nothing, and an item is open by its postings",
    find: async ({ tx, creditor }) =>
      texts(
        tx,
        sql<Found>`select 'entry ' || entry_id as what from posting
            where creditor_id = ${creditor}
            group by entry_id, currency having sum(amount) <> 0
            union all
            select 'item ' || i.number from item i
            where i.creditor_id = ${creditor} and i.open_amount <> coalesce(
              (select sum(p.amount) from posting p
                where p.creditor_id = i.creditor_id and p.item_id = i.id), 0)`,
      ),
  },
  {
    name: "what is open of an invoice is what its customer has not paid",
    async find({ tx, creditor, world }) {
      const found = await rows<{ number: string; open: bigint }>(
        tx,
        sql`select number, open_amount as open from item
            where creditor_id = ${creditor} and kind = 'invoice'`,
      );
      const stored = new Map(found.map(({ number, open }) => [number, open]));
      return [...world.invoices.values()]
        .filter(({ number, open }) => stored.get(number) !== open)
        .map(({ number, open }) => `${number}: ${stored.get(number)} in the book, not ${open}`);
    },
  },
];

/** Lines of the day that left the house or are being worked on, an item each. */
const LISTED = (creditor: CreditorId, day: PlainDate) => sql`
  select s.id, s.customer_id, s.track, s.step, s.channel, (i->>'id')::uuid as item_id,
    i->>'number' as number, i->>'currency' as currency, (i->>'open')::numeric as open,
    (i->>'chased')::numeric as chased
  from plan_step s cross join jsonb_array_elements(plan_items(s.items)) i
  where s.creditor_id = ${creditor} and s.day = ${day} and s.state <> 'superseded'`;

const rests: readonly Invariant[] = [
  {
    name: "nobody is chased under a hold",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`select l.number || ' by ' || l.step as what from (${LISTED(creditor, day)}) l
            join hold h on h.creditor_id = ${creditor} and h.customer_id = l.customer_id
              and (h.item_id is null or h.item_id = l.item_id)
            where h.from_on <= ${day} and (h.until_on is null or h.until_on > ${day})`,
      ),
  },
  {
    name: "what is disputed or promised is not chased",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`with listed as (${LISTED(creditor, day)}), resting as (
              select d.item_id, d.amount from dispute d
              where d.creditor_id = ${creditor} and d.opened_on < ${day}
                and (d.closed_on is null or d.closed_on > ${day})
              union all
              select pi.item_id, least(pi.amount,
                greatest(0, pi.amount - (pi.open_when_taken - l.minor))) as amount
              from promise_item pi
              join promise p on p.creditor_id = pi.creditor_id and p.id = pi.promise_id
              join (select distinct item_id, (open * 100)::bigint as minor from listed) l
                on l.item_id = pi.item_id
              where p.creditor_id = ${creditor} and p.taken_on < ${day}
                and (p.judged_on is null or p.judged_on > ${day}))
            select l.number || ': ' || l.chased || ' of ' || l.open as what
            from listed l
            where l.chased * 100 > l.open * 100
                - coalesce((select sum(r.amount) from resting r where r.item_id = l.item_id), 0)
              or l.chased <= 0`,
      ),
  },
];

const often: readonly Invariant[] = [
  {
    name: "a customer gets one message a day, and demands keep their distance",
    find: async ({ tx, creditor, day, policy }) =>
      texts(
        tx,
        sql<Found>`with sent as (
              select distinct s.id, s.customer_id, s.day, s.track from plan_step s
              where s.creditor_id = ${creditor} and s.state = 'released'
                and s.track in ('reminder', 'demand'))
            select 'two messages to ' || customer_id as what from sent
            where day = ${day} group by customer_id having count(*) > 1
            union all
            select 'demands on ' || before.day || ' and ' || now.day || ' to ' || now.customer_id
            from sent now join sent before using (customer_id)
            where now.day = ${day} and now.track = 'demand' and before.track = 'demand'
              and before.day < now.day and now.day - before.day < ${policy.demandEveryDays}`,
      ),
  },
  {
    name: "an invoice is reminded of at most as often as the policy says, and never after its day",
    find: async ({ tx, creditor, policy }) =>
      texts(
        tx,
        sql<Found>`select 'reminders of ' || item_id as what from item_step
            where creditor_id = ${creditor} and track = 'reminder' and not passed_over
            group by item_id having count(*) > ${policy.remindersPerInvoice}
            union all
            select 'late reminder of ' || i.number from item_step s
            join item i on i.creditor_id = s.creditor_id and i.id = s.item_id
            where s.creditor_id = ${creditor} and s.track = 'reminder' and s.done_on > i.due_on`,
      ),
  },
  {
    name: "mail and calls rest on days off",
    async find({ tx, creditor, day, world }) {
      if (isWorkingDay(world.calendar, day)) return [];
      return texts(
        tx,
        sql<Found>`select step || ' by ' || channel as what from plan_step
            where creditor_id = ${creditor} and day = ${day} and channel in ('email', 'call')
              and state <> 'superseded'`,
      );
    },
  },
  {
    name: "each message that was released is in the outbox once",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`select s.step || ' ' || s.id as what from plan_step s
            left join message m on m.creditor_id = s.creditor_id and m.plan_step_id = s.id
            where s.creditor_id = ${creditor} and s.day = ${day} and s.state = 'released'
              and s.track <> 'task'
            group by s.id, s.step having count(m.id) <> 1`,
      ),
  },
];

type Mark = {
  readonly number: string;
  readonly step: string;
  readonly dueOn: PlainDate;
  readonly liveOn: PlainDate;
  readonly grade: "A" | "B" | "C" | "D" | "E" | null;
};

const levels: Invariant = {
  name: "no invoice has had a step that neither its days nor a broken promise allow",
  async find({ tx, creditor, day, world, policy }) {
    const marks = await rows<Mark>(
      tx,
      sql`select i.number, s.step, i.due_on as "dueOn", k.live_on as "liveOn", c.grade
          from item_step s
          join item i on i.creditor_id = s.creditor_id and i.id = s.item_id
          join customer c on c.creditor_id = i.creditor_id and c.id = i.customer_id
          join creditor k on k.id = s.creditor_id
          where s.creditor_id = ${creditor} and s.done_on = ${day} and not exists (
            select from plan_step line
            where line.creditor_id = s.creditor_id and line.id = s.plan_step_id
              and line.because @> jsonb_build_array(jsonb_build_object(
                'code', 'one_step_harder', 'item', i.number, 'step', s.step)))`,
    );
    return marks
      .filter(({ step: key, dueOn, liveOn, grade }) => {
        const step = policy.steps.find((each) => each.key === key);
        if (step === undefined) return true;
        const { unit, days } = step.trigger;
        const late = daysBetween(dueOn, day);
        if (unit === "working_days") return day < addWorkingDays(world.calendar, dueOn, days);
        const waits = days > 0 && grade !== null && dueOn >= liveOn;
        return late < days + (waits ? (policy.graceDays[grade] ?? 0) : 0);
      })
      .map(({ number, step, dueOn }) => `${number} due ${dueOn}: ${step}`);
  },
};

const accounts: readonly Invariant[] = [
  {
    name: "a line that nobody released is made anew, and does not wait beside its heir",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`select step || ' of ' || day as what from plan_step
            where creditor_id = ${creditor} and state = 'planned' and day < ${day}`,
      ),
  },
  {
    name: "each step and each skip says why",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`select step as what from plan_step where creditor_id = ${creditor}
              and day = ${day} and (jsonb_array_length(because) = 0
                or json_array_length(items) = 0)
            union all
            select 'skip ' || reason from plan_skip where creditor_id = ${creditor}
              and day = ${day} and jsonb_array_length(because) = 0`,
      ),
  },
  {
    // Where unused credit covers all that is owed, only a new posting can change anything.
    name: "whoever owes is looked at again",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`select c.number || ' sleeps until ' || coalesce(c.wake_on::text, 'ever') as what
            from customer c
            where c.creditor_id = ${creditor}
              and (c.wake_on is null or (c.wake_on > '-infinity' and c.wake_on <= ${day}))
              and exists (select from item i where i.creditor_id = c.creditor_id
                and i.customer_id = c.id
                group by i.currency having sum(i.open_amount) > 0)`,
      ),
  },
];

export const invariants: readonly Invariant[] = [
  ...ledger,
  ...money,
  ...rests,
  ...often,
  levels,
  ...cases,
  ...promises,
  ...accounts,
];
