/** What rests at a customer, now and before, as the page shows it. */
import { type Resting, restingOf } from "../domain/strategy/resting.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { type Currency, money } from "../domain/values/money.ts";
import { listPlannedParts, type PlannedRow } from "../store/account-promises.ts";
import { type DisputeDetail, listDisputeDetails } from "../store/customer-standing.ts";
import { type HoldDetail, listHoldDetails } from "../store/hold-rows.ts";
import type { Sight } from "./look.ts";
import { type Counted, loadCounted } from "./promise-brief.ts";
import { type CustomerPromises, viewCustomerPromises } from "./promises.ts";

export type CustomerStanding = {
  readonly holds: readonly HoldDetail[];
  readonly disputes: readonly DisputeDetail[];
  readonly planned: readonly PlannedRow[];
  /** The promises that still matter, with what came for them by now. */
  readonly counted: Counted;
  readonly promises: CustomerPromises;
};

export async function loadStanding(sight: Sight, customer: CustomerId): Promise<CustomerStanding> {
  const { tx, creditor } = sight;
  const counted = await loadCounted(sight, [customer]);
  return {
    holds: await listHoldDetails(tx, creditor.id, customer),
    disputes: await listDisputeDetails(tx, creditor.id, customer),
    planned: await listPlannedParts(tx, creditor.id, [customer]),
    counted,
    promises: await viewCustomerPromises(sight, customer, counted),
  };
}

type Owed = { readonly id: ItemId; readonly open: bigint; readonly currency: Currency };

/** What claims each cent of an open item: a dispute, an agreement, a promise, or nothing. */
export function restsOf(standing: CustomerStanding, today: PlainDate): (item: Owed) => Resting {
  const { holds, planned, counted: promises } = standing;
  const disputes = standing.disputes.flatMap(({ id, item, amount, currency, closedOn }) =>
    closedOn === null ? [{ id, item, amount: money(amount, currency).minor }] : [],
  );
  return ({ id, open, currency }) => {
    const item = { id, currency, open: money(open > 0n ? open : 0n, currency).minor };
    return restingOf(item, { holds, disputes, planned, promises }, today);
  };
}
