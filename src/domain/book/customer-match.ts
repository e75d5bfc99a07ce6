/** Which customer of the book a row of a file means. */
import type { CustomerId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { type Problem, type RowRefusal, rowProblem } from "./import-problem.ts";
import type { CustomerNamed } from "./import-row.ts";

export type KnownCustomer = {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
};

export type CustomerBook = {
  readonly byNumber: ReadonlyMap<string, KnownCustomer>;
  readonly byName: ReadonlyMap<string, readonly KnownCustomer[]>;
};

export type UnknownCustomer = { readonly number: string; readonly name: string };

/** Names are compared without blanks and with brackets of one width: （苏州） is (苏州). */
const plainName = (name: string): string =>
  name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** The customers of a creditor, ready to be looked up. */
export function customerBook(customers: readonly KnownCustomer[]): CustomerBook {
  const byName = new Map<string, KnownCustomer[]>();
  for (const customer of customers) {
    const name = plainName(customer.name);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [customer]);
    else same.push(customer);
  }
  return { byNumber: new Map(customers.map((one) => [one.number, one])), byName };
}

/**
 * The customer a row names: by number where it has one, else by name. A name that several have is
 * refused; a customer the book does not know comes back as one to be created, who without a number
 * gets the name for one.
 */
export function matchCustomer(
  book: CustomerBook,
  { customerNumber, customerName }: CustomerNamed,
): Result<KnownCustomer | UnknownCustomer, RowRefusal> {
  if (customerNumber !== null) {
    const known = book.byNumber.get(customerNumber);
    return ok(known ?? { number: customerNumber, name: customerName ?? customerNumber });
  }
  const name = customerName ?? "";
  const [named, another] = book.byName.get(plainName(name)) ?? [];
  if (another !== undefined) return refuse({ code: "customer_name_ambiguous", name });
  return ok(named ?? book.byNumber.get(name) ?? { number: name, name });
}

/** As `matchCustomer`, for files that may not create customers. */
export function knownCustomer(
  book: CustomerBook,
  row: CustomerNamed,
): Result<KnownCustomer, RowRefusal> {
  const found = matchCustomer(book, row);
  if (!found.ok) return found;
  if ("id" in found.value) return ok(found.value);
  return refuse({ code: "customer_unknown", customer: found.value.number });
}

/** Finds each row's customer; rows of unknown ones are refused. */
export function placeRows<Row extends CustomerNamed & { readonly line: number }>(
  rows: readonly Row[],
  book: CustomerBook,
): {
  readonly placed: readonly (Row & { readonly customer: KnownCustomer })[];
  readonly problems: readonly Problem[];
} {
  const placed: (Row & { readonly customer: KnownCustomer })[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const found = knownCustomer(book, row);
    if (found.ok) placed.push({ ...row, customer: found.value });
    else problems.push(rowProblem(row.line, found.refusal));
  }
  return { placed, problems };
}
