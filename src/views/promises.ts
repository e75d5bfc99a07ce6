/** The list of promises: a window, counts under each filter, sums by currency. */
import { addDays, weekdayOf } from "../domain/values/calendar.ts";
import type { CustomerId, GroupId, PromiseId, UserId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import {
  countPromises,
  listOpenAsked,
  listPromiseLines,
  listPromiseSums,
  type PromiseFilter,
  type PromiseLine,
  type PromiseOrder,
  type PromiseSort,
  type PromisesAsked,
} from "../store/promise-rows.ts";
import type { Sight } from "./look.ts";
import {
  type CameByNow,
  type Counted,
  cameByNow,
  loadCounted,
  showPromises,
} from "./promise-brief.ts";

export type PromisesWanted = {
  readonly filter: PromiseFilter;
  readonly owner?: UserId | undefined;
  readonly group?: GroupId | undefined;
  readonly customer?: CustomerId | undefined;
  readonly search?: string | undefined;
  readonly sort: PromiseSort;
  readonly direction: "asc" | "desc";
};

type Windowed = { readonly offset: number; readonly size: number };

const askedOf = ({ today }: Sight, wanted: PromisesWanted): PromisesAsked => ({
  filter: wanted.filter,
  owner: wanted.owner ?? null,
  group: wanted.group ?? null,
  customer: wanted.customer ?? null,
  search: wanted.search || null,
  today,
  weekEnd: addDays(today, 7 - weekdayOf(today)),
});

const orderOf = ({ sort, direction }: PromisesWanted, window: Windowed): PromiseOrder => ({
  ...{ sort, descending: direction === "desc" },
  ...window,
});

/** A window of the promises asked for. */
export async function viewPromises(sight: Sight, wanted: PromisesWanted & Windowed) {
  const { tx, creditor, today } = sight;
  const asked = askedOf(sight, wanted);
  const { offset, size } = wanted;
  const lines = await listPromiseLines(tx, creditor.id, asked, orderOf(wanted, { offset, size }));
  const counts = await countPromises(tx, creditor.id, asked);
  const open = await listOpenAsked(tx, creditor.id, asked);
  const customers = [...new Set(open.map(({ customer }) => customer))];
  const came = cameByNow(await loadCounted(sight, customers));
  return {
    today,
    rows: await rowsOf(sight, lines, came),
    total: counts[wanted.filter],
    sums: await sumsOf(sight, asked, open, came),
    counts,
  };
}

const cameOf = (came: CameByNow, promise: PromiseId): bigint =>
  [...(came.get(promise)?.values() ?? [])].reduce((sum, part) => sum + part, 0n);

async function sumsOf(
  { tx, creditor }: Sight,
  asked: PromisesAsked,
  open: Awaited<ReturnType<typeof listOpenAsked>>,
  came: CameByNow,
) {
  const sums = await listPromiseSums(tx, creditor.id, asked);
  return sums.map(({ currency, amount, came: judged }) => {
    const waiting = open.filter((promise) => promise.currency === currency);
    const now = waiting.reduce((sum, { id }) => sum + cameOf(came, id), judged);
    return { amount: money(amount, currency), came: money(now, currency) };
  });
}

async function rowsOf(sight: Sight, lines: readonly PromiseLine[], came: CameByNow) {
  const shown = await showPromises(sight, lines, came);
  return shown.map((promise, at) => ({ ...promise, ...whoseOf(lines[at] as PromiseLine) }));
}

const whoseOf = (line: PromiseLine) => ({
  customer: {
    ...{ id: line.customer, number: line.customerNumber },
    ...{ name: line.customerName, grade: line.grade },
  },
  owner: line.owner,
  group: line.group === null ? null : { id: line.group, name: line.groupName ?? "" },
});

/** More than anybody reads in one sheet. */
const MOST = 50_000;

/** All promises asked for, for a sheet. */
export async function viewAllPromises(sight: Sight, wanted: PromisesWanted) {
  const { tx, creditor, today } = sight;
  const asked = askedOf(sight, wanted);
  const order = orderOf(wanted, { offset: 0, size: MOST });
  const lines = await listPromiseLines(tx, creditor.id, asked, order);
  const open = lines.filter(({ state }) => state === "open");
  const customers = [...new Set(open.map(({ customer }) => customer))];
  const came = cameByNow(await loadCounted(sight, customers));
  return { today, rows: await rowsOf(sight, lines, came) };
}

export type CustomerPromises = Awaited<ReturnType<typeof viewCustomerPromises>>;

/** All promises of one customer, latest first, shown; `counted` are those that still matter. */
export async function viewCustomerPromises(sight: Sight, customer: CustomerId, counted: Counted) {
  const wanted = { filter: "all", customer, sort: "taken_on", direction: "desc" } as const;
  const window = { offset: 0, size: MOST };
  const asked = askedOf(sight, wanted);
  const lines = await listPromiseLines(sight.tx, sight.creditor.id, asked, orderOf(wanted, window));
  return { lines, shown: await showPromises(sight, lines, cameByNow(counted)) };
}
