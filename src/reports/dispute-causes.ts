/** Why customers dispute: what was raised in a period, by cause, with days and shares. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { amountText, type Currency, money } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "../store/sql.ts";

export type CausesBy = "reason" | "department" | "customer" | "month";

export type CausesQuestion = {
  readonly creditors: readonly CreditorId[];
  /** The first and the last day on which they were raised. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly by: CausesBy;
  /** What has no answer by this day is late. */
  readonly today: PlainDate;
};

export type DisputeCause = {
  readonly key: string;
  readonly name: string | null;
  readonly currency: Currency;
  readonly count: number;
  readonly amount: string;
  readonly credited: string;
  readonly stillDisputed: string;
  /** Calendar days from the raising, one decimal; null: none yet. */
  readonly answerDays: string | null;
  readonly closeDays: string | null;
  readonly late: number;
  /** In percent, one decimal. */
  readonly lateShare: string;
  readonly creditedShare: string;
};

export type DisputeCauses = Pick<CausesQuestion, "from" | "to" | "by"> & {
  readonly rows: readonly DisputeCause[];
  readonly totals: readonly DisputeCause[];
};

type Row = Omit<DisputeCause, "amount" | "credited" | "stillDisputed"> & {
  readonly whole: boolean;
  readonly minor: bigint;
  readonly creditedMinor: bigint;
  readonly disputedMinor: bigint;
};

/**
 * A row per cause and currency, the largest amount first; a dispute that was split counts as its
 * parts, so that counts and amounts are those of the list. Late: its first answer came after the
 * day, or the day passed without one. Credited is what credit memos took of the disputed amounts.
 */
export async function reportDisputeCauses(
  executor: Executor,
  { creditors, from, to, by, today }: CausesQuestion,
): Promise<DisputeCauses> {
  const found = await rows(
    executor,
    sql<Row>`${raised(creditors, from, to, today)}
    select coalesce(${keyOf(by)}, '') as key,
      case when ${by} = 'customer' then min(name) end as name, currency,
      grouping(${keyOf(by)}) = 1 as whole, count(*)::integer as count,
      sum(amount)::bigint as minor, sum(credited)::bigint as "creditedMinor",
      sum(disputed)::bigint as "disputedMinor",
      round(avg(answered_on - opened_on), 1)::text as "answerDays",
      round(avg(closed_on - opened_on), 1)::text as "closeDays",
      count(*) filter (where late)::integer as late,
      round(100.0 * count(*) filter (where late) / count(*), 1)::text as "lateShare",
      round(100.0 * sum(credited) / sum(amount), 1)::text as "creditedShare"
    from raised group by grouping sets ((${keyOf(by)}, currency), (currency))
    order by whole, ${by === "month" ? sql`key` : sql`minor desc, key`}, currency`,
  );
  const shown = found.map(causeOf);
  return {
    ...{ from, to, by },
    rows: shown.filter((_, at) => found[at]?.whole === false),
    totals: shown
      .filter((_, at) => found[at]?.whole === true)
      .map((total) => ({ ...total, name: null })),
  };
}

const keyOf = (by: CausesBy) =>
  ({
    reason: sql`reason`,
    department: sql`department`,
    customer: sql`customer`,
    month: sql`month`,
  })[by];

const raised = (
  creditors: readonly CreditorId[],
  from: PlainDate,
  to: PlainDate,
  today: PlainDate,
) => sql`
  with raised as (
    select d.reason, d.department, c.number as customer, c.name,
      to_char(d.opened_on, 'YYYY-MM') as month, d.currency, d.amount, d.opened_on, d.answered_on,
      d.closed_on, coalesce(o.disputed, 0) as disputed,
      case when d.closed_on is null
        then d.credited + least(greatest(r.credited - d.credited_before, 0),
          d.amount - d.paid - d.credited - d.written_off - o.disputed)
        else d.credited end as credited,
      coalesce(d.answered_on, d.closed_on, ${today}::date) > d.answer_by as late
    from dispute d
    join customer c on c.creditor_id = d.creditor_id and c.id = d.customer_id
    left join open_dispute o on o.creditor_id = d.creditor_id and o.id = d.id
    left join lateral claim_reductions(d.creditor_id, array[d.item_id]) r on d.closed_on is null
    where d.creditor_id = any(${creditors}::uuid[])
      and d.opened_on >= ${from} and d.opened_on <= ${to})`;

function causeOf({ whole: _, minor, creditedMinor, disputedMinor, ...row }: Row): DisputeCause {
  const text = (sum: bigint) => amountText(money(sum, row.currency));
  return {
    ...row,
    amount: text(minor),
    credited: text(creditedMinor),
    stillDisputed: text(disputedMinor),
  };
}
