/** Agreements as lists show them: a window, counts by state, sums of what still runs. */
import type { AgreementKind, AgreementState } from "../domain/desk/agreement.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { AGREEMENT_COLUMNS, type AgreementRow } from "./agreements.ts";
import { type Executor, one, rows, sql } from "./sql.ts";

export type AgreementLineRow = AgreementRow & {
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
};

export type AgreementsWanted = {
  readonly kind: AgreementKind | null;
  readonly state: AgreementState | null;
  readonly live: boolean;
  /** Only those of which something is late on the day. */
  readonly late: boolean;
  readonly customer: CustomerId | null;
  readonly search: string | null;
};

const likely = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** An instalment or the one day of the agreement has passed, and something of it is open. */
const isLate = (today: PlainDate) => sql`(g.state in ('active', 'in_default') and (exists (
    select from instalment l where l.creditor_id = g.creditor_id and l.agreement_id = g.id
      and l.due_on < ${today} and l.state not in ('paid', 'void')
      and l.settled < l.amount + l.interest)
  or g.kind <> 'repayment_plan' and g.last_on < ${today}))`;

function wanted(
  creditor: CreditorId,
  { kind, state, live, late, customer, search }: AgreementsWanted,
  today: PlainDate,
) {
  return sql`g.creditor_id = ${creditor}
    and (${kind}::text is null or g.kind = ${kind})
    and (${state}::text is null or g.state = ${state})
    and (${customer}::uuid is null or g.customer_id = ${customer})
    and (not ${live} or g.state in ('proposed', 'approved', 'active', 'in_default'))
    and (not ${late} or ${isLate(today)})
    and (${search}::text is null or g.number ilike ${likely(search ?? "")}
      or c.number ilike ${likely(search ?? "")} or c.name ilike ${likely(search ?? "")})`;
}

const FROM = sql`agreement g
  join customer c on c.creditor_id = g.creditor_id and c.id = g.customer_id`;

/** Those that need something first: in default, to be decided or signed, then the others. */
export const listAgreementLines = (
  executor: Executor,
  creditor: CreditorId,
  asked: AgreementsWanted,
  today: PlainDate,
  { offset, size }: { readonly offset: number; readonly size: number },
): Promise<readonly AgreementLineRow[]> =>
  rows(
    executor,
    sql<AgreementLineRow>`select ${AGREEMENT_COLUMNS}, c.number as "customerNumber",
          c.name as "customerName", c.grade
        from ${FROM} where ${wanted(creditor, asked, today)}
        order by case g.state when 'in_default' then 0 when 'proposed' then 1
            when 'approved' then 2 when 'active' then 3 else 4 end,
          g.proposed_at desc, g.id
        offset ${offset} limit ${size}`,
  );

export const findAgreementLine = async (
  executor: Executor,
  creditor: CreditorId,
  id: string,
): Promise<AgreementLineRow | null> => {
  const found = await rows<AgreementLineRow>(
    executor,
    sql`select ${AGREEMENT_COLUMNS}, c.number as "customerNumber", c.name as "customerName",
          c.grade
        from ${FROM} where g.creditor_id = ${creditor} and g.id = ${id}`,
  );
  return found[0] ?? null;
};

export async function countAgreements(
  executor: Executor,
  creditor: CreditorId,
  asked: AgreementsWanted,
  today: PlainDate,
): Promise<number> {
  const { total } = await one<{ total: number }>(
    executor,
    sql`select count(*)::integer as total from ${FROM} where ${wanted(creditor, asked, today)}`,
  );
  return total;
}

/** How many there are in each state, of those asked for whatever their state. */
export const listAgreementCounts = (
  executor: Executor,
  creditor: CreditorId,
  asked: AgreementsWanted,
  today: PlainDate,
): Promise<readonly { readonly state: AgreementState; readonly count: number }[]> =>
  rows(
    executor,
    sql<{ state: AgreementState; count: number }>`select g.state, count(*)::integer as count
        from ${FROM}
        where ${wanted(creditor, { ...asked, state: null, live: false, late: false }, today)}
        group by g.state`,
  );

export type AgreementSums = {
  readonly currency: Currency;
  readonly open: bigint;
  readonly late: bigint;
};

/** Of active plans and those in default: what is still to be paid, and what of it is late. */
export const listPlanSums = (
  executor: Executor,
  creditor: CreditorId,
  asked: AgreementsWanted,
  today: PlainDate,
): Promise<readonly AgreementSums[]> =>
  rows(
    executor,
    sql<AgreementSums>`select g.currency,
          coalesce(sum(l.amount + l.interest - l.settled), 0)::bigint as open,
          coalesce(sum(l.amount + l.interest - l.settled)
            filter (where l.due_on < ${today}), 0)::bigint as late
        from ${FROM}
        join instalment l on l.creditor_id = g.creditor_id and l.agreement_id = g.id
        where ${wanted(creditor, asked, today)} and g.state in ('active', 'in_default')
          and l.state not in ('paid', 'void')
        group by g.currency order by g.currency`,
  );

export type SuccessorRow = {
  readonly id: string;
  readonly number: string;
  readonly state: AgreementState;
};

/** The agreement that takes, or has taken, the place of this one. */
export async function findSuccessor(
  executor: Executor,
  creditor: CreditorId,
  id: string,
): Promise<SuccessorRow | null> {
  const found = await rows<SuccessorRow>(
    executor,
    sql`select id, number, state from agreement
        where creditor_id = ${creditor} and replaces_id = ${id}
          and state not in ('refused', 'withdrawn', 'lapsed')`,
  );
  return found[0] ?? null;
}

export type ApprovalOfAgreement = {
  readonly id: string;
  readonly state: "requested" | "approved" | "refused" | "withdrawn";
  readonly roles: readonly string[];
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
};

export async function findApprovalOf(
  executor: Executor,
  creditor: CreditorId,
  id: string | null,
): Promise<ApprovalOfAgreement | null> {
  const found = await rows<ApprovalOfAgreement>(
    executor,
    sql`select id, state, roles, decided_by as "decidedBy", decided_at as "decidedAt",
          decision_reason as reason
        from approval where creditor_id = ${creditor} and id = ${id}::uuid`,
  );
  return found[0] ?? null;
}
