/** What must hold of promises after every day: money keeps them, no cent counts twice. */
import { sql } from "../../src/store/sql.ts";
import { type Found, type Invariant, texts } from "./invariant.ts";

/** Money on promised items by the day it was received. */
const MONEY = sql`select p.creditor_id, p.item_id, -p.amount as amount,
    coalesce(r.received_on, e.effective_on) as on_day
  from posting p
  join entry e on e.creditor_id = p.creditor_id and e.id = p.entry_id
  left join application a on a.creditor_id = p.creditor_id and a.entry_id = p.entry_id
    and a.state = 'live'
  left join receipt r on r.creditor_id = a.creditor_id and r.id = a.receipt_id
  where p.item_id is not null and (a.id is not null or e.kind = 'snapshot')`;

export const promises: readonly Invariant[] = [
  {
    name: "a promise is judged by what came for it, and says so",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`with judged as (
              select p.id, p.state, sum(i.amount) as promised, sum(i.came) as came
              from promise p
              join promise_item i on i.creditor_id = p.creditor_id and i.promise_id = p.id
              where p.creditor_id = ${creditor} and p.judged_on = ${day}
              group by p.id, p.state)
            select state || ' with ' || came || ' of ' || promised as what from judged
            where case state when 'kept' then came = 0 when 'broken' then came <> 0
              when 'partially_kept' then came = 0 or came >= promised else false end`,
      ),
  },
  {
    name: "what came for a promise was received in its time and applied to its items",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`with money as (${MONEY})
            select p.state || ': ' || i.came || ' of item ' || i.item_id as what
            from promise p
            join promise_item i on i.creditor_id = p.creditor_id and i.promise_id = p.id
            where p.creditor_id = ${creditor} and p.judged_on = ${day} and i.came > coalesce((
              select sum(m.amount) from money m where m.creditor_id = p.creditor_id
                and m.item_id = i.item_id and m.on_day >= p.taken_on
                and m.on_day < p.judge_on), 0)`,
      ),
  },
  {
    name: "no cent keeps two promises, and each one that was judged is told once for each move",
    find: async ({ tx, creditor }) =>
      texts(
        tx,
        sql<Found>`with money as (${MONEY})
            select 'item ' || i.item_id as what
            from promise_item i
            join promise p on p.creditor_id = i.creditor_id and p.id = i.promise_id
            where i.creditor_id = ${creditor} and p.judged_on = (
              select max(judged_on) from promise where creditor_id = ${creditor})
            group by i.creditor_id, i.item_id
            having sum(i.came) > coalesce((select sum(m.amount) from money m
              where m.creditor_id = i.creditor_id and m.item_id = i.item_id), 0)
            union all
            select 'promise ' || p.id from promise p
            where p.creditor_id = ${creditor} and p.judged_on is not null and p.state <> (
              select e.state from promise_event e
              where e.creditor_id = p.creditor_id and e.promise_id = p.id
              order by e.day desc, e.at desc, e.id desc limit 1)`,
      ),
  },
];
