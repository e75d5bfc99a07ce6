/** What must hold of cases after every day: open exactly where something is overdue. */
import { sql } from "../../src/store/sql.ts";
import { type Found, type Invariant, texts } from "./invariant.ts";

export const cases: readonly Invariant[] = [
  {
    name: "a case is open exactly for customers with something overdue, and says how much",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`with late as (
              select customer_id, currency, sum(open_amount)::bigint as overdue from item
              where creditor_id = ${creditor} and open_amount > 0 and due_on < ${day}
              group by customer_id, currency),
            owed as (
              select customer_id, jsonb_object_agg(currency, overdue::text) as overdue
              from late group by customer_id)
            select 'customer ' || coalesce(o.customer_id, k.customer_id)
              || ': ' || coalesce(o.overdue::text, 'nothing') || ' overdue, case '
              || coalesce(k.overdue::text, 'none') as what
            from owed o full join (
              select customer_id, overdue from collection_case
              where creditor_id = ${creditor} and closed_on is null) k
              on k.customer_id = o.customer_id
            where k.overdue is distinct from o.overdue`,
      ),
  },
  {
    name: "an open case has something next with a reason, and a day to look again",
    find: async ({ tx, creditor, day }) =>
      texts(
        tx,
        sql<Found>`select 'case of ' || customer_id as what from collection_case
            where creditor_id = ${creditor} and closed_on is null
              and (next_on is null or jsonb_array_length(next_why) = 0
                or review_on is null or review_on <= ${day})`,
      ),
  },
  {
    name: "points are the sum of their parts",
    find: async ({ tx, creditor }) =>
      texts(
        tx,
        sql<Found>`select 'case of ' || customer_id as what from collection_case k
            where creditor_id = ${creditor} and closed_on is null and points <> coalesce(
              (select sum((part ->> 'points')::integer)
                from jsonb_array_elements(k.parts) as part), 0)`,
      ),
  },
];
