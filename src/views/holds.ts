/** Holds in force: what each keeps back, and the steps it kept from going. */
import type { HoldKind } from "../domain/strategy/dunning-account.ts";
import type { CustomerId, GroupId, HoldId } from "../domain/values/ids.ts";
import { money, totalsByCurrency } from "../domain/values/money.ts";
import {
  countActiveHolds,
  type HeldItem,
  type HeldSkip,
  type HoldLine,
  listActiveHolds,
  listHeldCustomers,
  listHeldItems,
  listHeldSkips,
} from "../store/hold-rows.ts";
import { shownHold } from "./hold-brief.ts";
import type { Sight } from "./look.ts";
import { loadPolicy, stepNames } from "./policy-in-force.ts";

export type HoldsWanted = {
  readonly kind?: HoldKind | undefined;
  readonly customer?: CustomerId | undefined;
  readonly group?: GroupId | undefined;
  readonly search?: string | undefined;
  readonly offset: number;
  readonly size: number;
};

/** As many documents as one reads; the rest are counted. */
const SHOWN = 20;

/** A window of the holds in force, those that end first at the head. */
export async function viewHolds(sight: Sight, wanted: HoldsWanted) {
  const { tx, creditor, today } = sight;
  const asked = {
    kind: wanted.kind ?? null,
    customer: wanted.customer ?? null,
    group: wanted.group ?? null,
    search: wanted.search || null,
    today,
  };
  const lines = await listActiveHolds(tx, creditor.id, asked, wanted);
  const ids = lines.map(({ id }) => id);
  const items = await listHeldItems(tx, creditor.id, ids);
  const covered = await listHeldCustomers(tx, creditor.id, ids);
  const customers = [...new Set(items.map(({ customer }) => customer))];
  const skips = await listHeldSkips(tx, creditor.id, customers);
  const names = stepNames(await loadPolicy(tx, creditor.id));
  const byHold = Map.groupBy(items, ({ hold }) => hold);
  const counts = new Map<HoldId, number>(covered.map((row) => [row.hold, row.customers]));
  return {
    today,
    rows: lines.map((line) => ({
      ...shownHold(sight, line),
      customer: customerOf(line),
      customers: counts.get(line.id) ?? 0,
      ...keptBack(byHold.get(line.id) ?? []),
      skipped: skippedBy(byHold.get(line.id) ?? [], line, skips).map(({ step, items: held }) => ({
        ...{ step, name: names(step), items: held },
      })),
    })),
    total: await countActiveHolds(tx, creditor.id, asked),
  };
}

const customerOf = ({ customer, customerNumber, customerName, grade }: HoldLine) =>
  customer === null
    ? null
    : { id: customer, number: customerNumber ?? "", name: customerName ?? "", grade };

const keptBack = (items: readonly HeldItem[]) => ({
  itemCount: items.length,
  amounts: totalsByCurrency(items.map(({ open, currency }) => money(open, currency))),
  items: items.slice(0, SHOWN).map(({ id, number, customerName, open, currency }) => ({
    ...{ id, number, customer: customerName, open: money(open, currency) },
  })),
});

/** The steps that would have gone, with how many of the hold's documents each. */
function skippedBy(items: readonly HeldItem[], { from }: HoldLine, skips: readonly HeldSkip[]) {
  const held = new Set(items.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const skip of skips) {
    if (skip.day < from) continue;
    const kept = skip.items.filter(({ id }) => held.has(id)).length;
    if (kept > 0) counts.set(skip.step, (counts.get(skip.step) ?? 0) + kept);
  }
  return [...counts].map(([step, count]) => ({ step, items: count }));
}
