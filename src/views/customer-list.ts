/** The list of customers: a window of rows with what they owe and what marks them. */
import { money } from "../domain/values/money.ts";
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

type Mark = { readonly key: string; readonly id: string };

/** Where a window ended, as opaque text. */
const cursorOf = ({ key, id }: Mark): string =>
  Buffer.from(JSON.stringify([key, id])).toString("base64url");

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null for a text that is no cursor of ours: the list begins anew. */
export function readCursor(text: string | undefined, numeric: boolean): Mark | null {
  if (text === undefined) return null;
  try {
    const [key, id] = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    if (typeof key !== "string" || typeof id !== "string" || !UUID.test(id)) return null;
    return numeric && !/^-?\d{1,18}$/.test(key) ? null : { key, id };
  } catch {
    return null;
  }
}

const isNumeric = (sort: CustomerSort): boolean =>
  sort !== "name" && sort !== "number" && sort !== "grade";

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
    after: readCursor(asked.cursor, isNumeric(asked.sort)),
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
  return {
    rows: lines.map((line) => rowOf(line, sums.get(line.id) ?? [], marks.get(line.id))),
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
