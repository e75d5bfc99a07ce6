/** What the order of appropriation looks at: open claims with their contract, what lowered them. */
import type { DebtTerms } from "../domain/cash/debt-terms.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import { type Currency, type Rate, rate } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type DebtFacts = {
  readonly id: ItemId;
  readonly number: string;
  readonly dueOn: PlainDate;
  readonly amount: bigint;
  readonly open: bigint;
  readonly terms: DebtTerms;
};

type DebtRow = Omit<DebtFacts, "terms"> &
  Omit<DebtTerms, "lateRate" | "appropriation"> & {
    readonly ppb: bigint | null;
    readonly per: Rate["per"] | null;
    readonly appropriation: DebtTerms["appropriation"] | null;
  };

/** A customer's open claims in a currency, the oldest due first. */
export async function listDebtFacts(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  currency: Currency,
): Promise<readonly DebtFacts[]> {
  const found = await rows<DebtRow>(
    executor,
    sql`select i.id, i.number, i.due_on as "dueOn", i.amount, i.open_amount as open,
          c.late_rate_ppb as ppb, c.late_rate_per as per, c.late_clause as "lateClause",
          c.appropriation, c.appropriation_text as "appropriationText", c.guarantee
        from item i
        left join contract c on c.creditor_id = i.creditor_id and c.id = i.contract_id
        where i.creditor_id = ${creditor} and i.customer_id = ${customer}
          and i.currency = ${currency} and i.open_amount > 0 and i.amount > 0
        order by i.due_on, i.issued_on, i.number`,
  );
  return found.map(({ id, number, dueOn, amount, open, ppb, per, appropriation, ...terms }) => ({
    ...{ id, number, dueOn, amount, open },
    terms: {
      lateRate: ppb === null || per === null ? null : rate(ppb, per),
      lateClause: terms.lateClause,
      appropriation: appropriation ?? "statutory",
      appropriationText: terms.appropriationText,
      guarantee: terms.guarantee,
    },
  }));
}

export type Lowering = {
  readonly item: ItemId;
  readonly on: PlainDate;
  /** What the entry took off the item; positive. */
  readonly amount: bigint;
  /** In the entry: money of receipts, and credits or what was given up. */
  readonly money: bigint;
  readonly other: bigint;
};

/** What stands of the entries that lowered these items: what was undone or came back does not. */
export const listLowerings = (
  executor: Executor,
  creditor: CreditorId,
  items: readonly ItemId[],
): Promise<readonly Lowering[]> =>
  rows(
    executor,
    sql<Lowering>`select p.item_id as item, p.effective_on as "on", -p.amount as amount,
          sides.money, sides.other
        from posting p
        join entry e on e.creditor_id = p.creditor_id and e.id = p.entry_id
        cross join lateral (
          select coalesce(sum(s.amount) filter (where i.kind = 'receipt'
              or s.account = 'settled_in_erp'), 0)::bigint as money,
            coalesce(sum(s.amount) filter (where i.kind is distinct from 'receipt'
              and s.account <> 'settled_in_erp'), 0)::bigint as other
          from posting s
          left join item i on i.creditor_id = s.creditor_id and i.id = s.item_id
          where s.creditor_id = p.creditor_id and s.entry_id = p.entry_id and s.amount > 0
            and s.currency = p.currency
        ) sides
        where p.creditor_id = ${creditor} and p.item_id = any(${items}::uuid[]) and p.amount < 0
          and e.kind not in ('unapply', 'reversal')
          and not exists (select from application a where a.creditor_id = e.creditor_id
            and a.entry_id = e.id and a.state <> 'live')
        order by p.effective_on, p.entry_id, p.line`,
  );
