/** The list of customers: a window of rows with what they owe and what marks them. */
import { money } from "../domain/values/money.ts";
import { listBillSums } from "../store/bills.ts";
import {
  type CustomerFilter,
  type CustomerLine,
  type CustomerMarks,
  type CustomerSort,
  type CustomerSums,
  countCustomerLines,
  listCustomerLines,
  listCustomerMarks,
  listCustomerSums,
  listOpenCurrencies,
} from "../store/customer-rows.ts";
import { EXPOSED_STATES } from "./bills.ts";
import { cursorOf, readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";

export type CustomersAsked = {
  readonly search?: string | undefined;
  readonly sort: CustomerSort;
  readonly direction: "asc" | "desc";
  readonly filter: CustomerFilter;
  readonly currency?: string | undefined;
  readonly cursor?: string | undefined;
  readonly size: number;
};

const NUMBER = /^-?\d{1,18}$/;
const ANY_TEXT = /^[^\0]*$/;

/** What a row's key looks like, by what the list is sorted by. */
const keyOf = (sort: CustomerSort): RegExp =>
  sort === "name" || sort === "number" || sort === "grade" ? ANY_TEXT : NUMBER;

/** A window of customers, and how many there are in all. */
export async function viewCustomers({ tx, creditor, today }: Sight, asked: CustomersAsked) {
  const currencies = await listOpenCurrencies(tx, creditor.id);
  const currency =
    currencies.find((one) => one === asked.currency) ?? currencies[0] ?? creditor.homeCurrency;
  const window = {
    creditor: creditor.id,
    today,
    search: asked.search === undefined || asked.search === "" ? null : asked.search,
    filter: asked.filter,
    sort: asked.sort,
    descending: asked.direction === "desc",
    currency,
    after: readCursor(asked.cursor, keyOf(asked.sort)),
    size: asked.size,
  };
  const found = await listCustomerLines(tx, window);
  const total = await countCustomerLines(tx, window);
  const lines = found.slice(0, asked.size);
  const last = lines.at(-1);
  const ids = lines.map(({ id }) => id);
  const sums = Map.groupBy(
    await listCustomerSums(tx, creditor.id, ids, today),
    ({ customer }) => customer,
  );
  const marks = new Map(
    (await listCustomerMarks(tx, creditor.id, ids, today)).map((mark) => [mark.customer, mark]),
  );
  const bills = Map.groupBy(
    await listBillSums(tx, creditor.id, ids, EXPOSED_STATES),
    ({ customer }) => customer,
  );
  return {
    rows: lines.map((line) => ({
      ...rowOf(line, sums.get(line.id) ?? [], marks.get(line.id)),
      uncleared: (bills.get(line.id) ?? []).map(({ amount, currency: unit }) =>
        money(amount, unit),
      ),
    })),
    next: found.length > lines.length && last !== undefined ? cursorOf(last) : null,
    total,
    currency,
    currencies,
  };
}

function rowOf(
  { id, number, name, grade, salesperson }: CustomerLine,
  sums: readonly CustomerSums[],
  marks: CustomerMarks | undefined,
) {
  return {
    id,
    number,
    name,
    grade,
    salesperson,
    balances: sums.map(balanceOf),
    oldestDays: Math.max(0, ...sums.map(({ oldestDays }) => oldestDays ?? 0)),
    openItems: sums.reduce((count, { items }) => count + items, 0),
    held: marks?.held === true,
    disputed: marks?.disputed === true,
    promised: marks?.promised === true,
  };
}

const balanceOf = ({ currency, balance, overdue, unapplied }: CustomerSums) => ({
  balance: money(balance, currency),
  overdue: money(overdue, currency),
  unapplied: money(unapplied, currency),
});
