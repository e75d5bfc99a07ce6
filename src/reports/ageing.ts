/** The ageing report: what is open on a day, by how late it is, a row per customer or creditor. */
import {
  type AgedAmount,
  type AgeingLine,
  type Buckets,
  bucketStarts,
  linesByCurrency,
  STANDARD_BUCKETS,
} from "../domain/book/ageing.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { amountText, type Currency, money } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "../store/sql.ts";
import type { ReportScope } from "./report.ts";

export type AgeingQuestion = ReportScope & {
  readonly by?: "customer" | "creditor";
  readonly buckets?: Buckets;
};

export type AgeingRow = AgeingLine & {
  /** The creditor's code. */
  readonly creditor: string;
  /** The customer's number; null when by creditor. */
  readonly customer: string | null;
  readonly customerId: CustomerId | null;
  readonly name: string;
};

export type AgeingReport = {
  readonly on: PlainDate;
  readonly by: "customer" | "creditor";
  readonly buckets: Buckets;
  readonly totals: readonly AgeingLine[];
  readonly rows: readonly AgeingRow[];
  /** Whether the rows sum to the ledger's receivables, in every currency. */
  readonly ties: boolean;
};

/**
 * Amounts as of the day, from postings that are effective by then, by the due days that held then;
 * later ones change nothing.
 */
export async function ageReceivables(
  executor: Executor,
  { by = "customer", buckets = STANDARD_BUCKETS, ...scope }: AgeingQuestion,
): Promise<AgeingReport> {
  const cells = await listCells(executor, scope, by, buckets);
  const grouped = new Map<string, AgeingCell[]>();
  for (const cell of cells) {
    const key = `${cell.creditor}/${cell.customerId}`;
    const there = grouped.get(key);
    if (there === undefined) grouped.set(key, [cell]);
    else there.push(cell);
  }
  const totals = linesByCurrency(cells.map(aged), buckets);
  return {
    on: scope.on,
    by,
    buckets,
    totals,
    rows: [...grouped.values()].flatMap((group) => rowsOf(group, buckets)),
    ties: tiesTo(await listLedgerSums(executor, scope), totals),
  };
}

type AgeingCell = {
  readonly creditor: string;
  readonly customer: string | null;
  readonly customerId: CustomerId | null;
  readonly name: string;
  readonly currency: Currency;
  /** −1: unapplied; else the bucket's place. */
  readonly bucket: number;
  readonly amount: bigint;
};

const aged = ({ bucket, amount, currency }: AgeingCell): AgedAmount => ({
  bucket: bucket < 0 ? null : bucket,
  amount: money(amount, currency),
});

/** One account owner's cells as rows, one a currency. */
function rowsOf(group: readonly AgeingCell[], buckets: Buckets): readonly AgeingRow[] {
  const lines = linesByCurrency(group.map(aged), buckets);
  return group
    .slice(0, 1)
    .flatMap(({ creditor, customer, customerId, name }) =>
      lines.map((line) => ({ creditor, customer, customerId, name, ...line })),
    );
}

const listCells = (
  executor: Executor,
  { creditors, on, known }: ReportScope,
  by: AgeingReport["by"],
  buckets: Buckets,
): Promise<readonly AgeingCell[]> =>
  rows(
    executor,
    sql<AgeingCell>`with moved as (
          -- the due day that held then, where an agreement moved it later
          select distinct on (creditor_id, item_id) creditor_id, item_id, old_due_on
          from due_change
          where creditor_id = any(${creditors}::uuid[])
            and (effective_on > ${on} or booked_on > coalesce(${known ?? null}::date, 'infinity'))
          order by creditor_id, item_id, effective_on, booked_on, id),
        cell as (
          select i.creditor_id, i.currency,
            case when ${by}::text = 'customer' then i.customer_id end as customer_id,
            case when i.due_on is null then -1
              else width_bucket(${on}::date - coalesce(m.old_due_on, i.due_on),
                ${bucketStarts(buckets)}::integer[])
            end as bucket,
            sum(p.amount)::bigint as amount
          from posting p
          join item i on i.creditor_id = p.creditor_id and i.id = p.item_id
          left join moved m on m.creditor_id = i.creditor_id and m.item_id = i.id
          where p.creditor_id = any(${creditors}::uuid[]) and p.item_id is not null
            and p.effective_on <= ${on}
            and p.booked_on <= coalesce(${known ?? null}::date, 'infinity')
          group by 1, 2, 3, 4
          having sum(p.amount) <> 0)
        select k.code as creditor, c.number as customer, cell.customer_id as "customerId",
          coalesce(c.name, k.name) as name, cell.currency, cell.bucket, cell.amount
        from cell
        join creditor k on k.id = cell.creditor_id
        left join customer c on c.creditor_id = cell.creditor_id and c.id = cell.customer_id
        order by k.code collate "C", c.number collate "C"`,
  );

type LedgerSum = { readonly currency: Currency; readonly amount: bigint };

/** The receivable account's balance: what all other accounts have against it, by double entry. */
const listLedgerSums = (
  executor: Executor,
  { creditors, on, known }: ReportScope,
): Promise<readonly LedgerSum[]> =>
  rows(
    executor,
    sql<LedgerSum>`select currency, -sum(amount)::bigint as amount
        from posting
        where creditor_id = any(${creditors}::uuid[]) and account <> 'receivable'
          and effective_on <= ${on} and booked_on <= coalesce(${known ?? null}::date, 'infinity')
        group by currency`,
  );

function tiesTo(ledger: readonly LedgerSum[], totals: readonly AgeingLine[]): boolean {
  const sums = new Map(totals.map(({ currency, total }) => [currency, total.minor as bigint]));
  for (const { currency, amount } of ledger) {
    if ((sums.get(currency) ?? 0n) !== amount) return false;
    sums.delete(currency);
  }
  return [...sums.values()].every((left) => left === 0n);
}

type Keyed = Readonly<Record<string, string>>;

const keyed = (line: AgeingLine, buckets: Buckets): Keyed => ({
  currency: line.currency,
  ...Object.fromEntries(
    buckets.map(({ key }, at) => [key, amountText(line.amounts[at] ?? line.total)]),
  ),
  unapplied: amountText(line.unapplied),
  total: amountText(line.total),
});

export type AgeingJson = {
  readonly on: PlainDate;
  readonly totals: readonly Keyed[];
  readonly rows: readonly Keyed[];
};

/** For other programs: amounts as text, a key per bucket. By creditor, `customer` is left out. */
export function ageingJson({ on, buckets, totals, rows: lines }: AgeingReport): AgeingJson {
  return {
    on,
    totals: totals.map((line) => keyed(line, buckets)),
    rows: lines.map((line) => ({
      creditor: line.creditor,
      ...(line.customer === null ? {} : { customer: line.customer }),
      name: line.name,
      ...keyed(line, buckets),
    })),
  };
}
