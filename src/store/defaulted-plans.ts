/** Plans in default as the ladder sees them: a written promise that was not kept. */
import type { AccountPromise } from "../domain/strategy/dunning-account.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type {
  AgreementId,
  CreditorId,
  CustomerId,
  ItemId,
  PromiseId,
} from "../domain/values/ids.ts";
import type { Minor } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

type DefaultedRow = {
  readonly customer: CustomerId;
  readonly id: AgreementId;
  readonly activeOn: PlainDate;
  readonly lastOn: PlainDate;
  readonly defaultedOn: PlainDate;
  readonly item: ItemId;
  readonly amount: Minor;
};

const listDefaultedItems = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly DefaultedRow[]> =>
  rows(
    executor,
    sql<DefaultedRow>`select g.customer_id as customer, g.id, g.active_on as "activeOn",
          g.last_on as "lastOn", d.day as "defaultedOn", ai.item_id as item, ai.amount
        from agreement g
        cross join lateral (
          select max(e.day) as day from agreement_event e
          where e.creditor_id = g.creditor_id and e.agreement_id = g.id and e.kind = 'defaulted'
        ) d
        join agreement_item ai on ai.creditor_id = g.creditor_id and ai.agreement_id = g.id
        join item i on i.creditor_id = ai.creditor_id and i.id = ai.item_id
        where g.creditor_id = ${creditor} and g.customer_id = any(${customers}::uuid[])
          and g.kind = 'repayment_plan' and g.state in ('in_default', 'accelerated')
          and d.day is not null and i.open_amount > 0
        order by g.id, ai.item_id`,
  );

export type DefaultedPlan = AccountPromise & { readonly customer: CustomerId };

/**
 * The plans in default or accelerated of these customers that still touch an open item. Their items
 * go one step further on the ladder, as those of a broken promise do; a plan is judged elsewhere.
 */
export async function listDefaultedPlans(
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly DefaultedPlan[]> {
  const found = await listDefaultedItems(executor, creditor, customers);
  const plans = Map.groupBy(found, ({ id }) => id);
  return [...plans.values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    const { customer, id, activeOn, lastOn, defaultedOn } = first;
    return {
      customer,
      id: id as string as PromiseId,
      items: parts.map(({ item, amount }) => ({ item, amount, came: 0n })),
      ...{ takenOn: activeOn, takenAt: null, payOn: lastOn, judgeOn: defaultedOn },
      ...{ state: "broken" as const, judgedOn: defaultedOn },
    };
  });
}
