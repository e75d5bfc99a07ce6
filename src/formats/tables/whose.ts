/** Whose a row is: the customer's number, or the name where the file has no number. */
import type { CustomerNamed } from "../../domain/book/import-row.ts";
import type { RowReader } from "./row-reader.ts";

/** The customer of a row; null with a problem when neither number nor name stands there. */
export function readWhose(row: RowReader): CustomerNamed | null {
  const customerNumber = row.number("customer_number") ?? null;
  const customerName = row.text("customer_name") ?? null;
  if (customerNumber !== null || customerName !== null) return { customerNumber, customerName };
  const field = row.place("customer_number").column === null ? "customer_name" : "customer_number";
  return row.refuse(field, { code: "value_missing", field });
}
