/** What must hold of money after every day: bank lines, receipts and accounts agree. */
import { sql } from "../../src/store/sql.ts";
import { type Found, type Invariant, texts } from "./invariant.ts";

export const money: readonly Invariant[] = [
  {
    name: "the cash account holds what came in less what went back",
    find: async ({ tx, creditor }) =>
      texts(
        tx,
        sql<Found>`with moved as (
              select currency, amount from receipt
                where creditor_id = ${creditor} and state <> 'ignored'
              union all
              select currency, -amount - charge from returned_payment
                where creditor_id = ${creditor}
              union all
              select currency, -amount from refund
                where creditor_id = ${creditor} and state = 'paid'
              union all
              select currency, -amount from posting
                where creditor_id = ${creditor} and account = 'cash')
            select currency || ' differs by ' || sum(amount) as what from moved
            group by currency having sum(amount) <> 0`,
      ),
  },
  {
    name: "money without a customer stands on its own account, and only such money",
    find: async ({ tx, creditor }) =>
      texts(
        tx,
        sql<Found>`with held as (
              select currency, amount from receipt
                where creditor_id = ${creditor} and state = 'unidentified'
              union all
              select currency, amount from posting
                where creditor_id = ${creditor} and account = 'unidentified')
            select currency || ' differs by ' || sum(amount) as what from held
            group by currency having sum(amount) <> 0`,
      ),
  },
  {
    name: "each line that came in is a receipt or was left out with a reason",
    find: async ({ tx, creditor }) =>
      texts(
        tx,
        sql<Found>`select coalesce(l.bank_reference, l.id::text) as what from bank_line l
            left join receipt r on r.creditor_id = l.creditor_id and r.bank_line_id = l.id
            where l.creditor_id = ${creditor} and l.amount > 0
              and case when l.state = 'ignored'
                then l.because is null or coalesce(r.state, 'ignored') <> 'ignored'
                else r.id is null or r.amount <> l.amount end`,
      ),
  },
];
