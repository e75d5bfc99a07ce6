/** The search box: customers, documents and letters by name or number. */
import { money } from "../domain/values/money.ts";
import {
  type FoundItem,
  type FoundLetter,
  searchCustomers,
  searchItems,
  searchLetters,
} from "../store/search.ts";
import type { Sight } from "./look.ts";

const customerOf = (found: FoundItem | FoundLetter) => ({
  id: found.customer,
  number: found.customerNumber,
  name: found.customerName,
  grade: found.grade,
});

export async function viewSearch({ tx, creditor }: Sight, text: string) {
  const items = await searchItems(tx, creditor.id, text);
  const letters = await searchLetters(tx, creditor.id, text);
  return {
    customers: await searchCustomers(tx, creditor.id, text),
    items: items.map((found) => ({
      id: found.id,
      kind: found.kind,
      number: found.number,
      open: money(found.open, found.currency),
      customer: customerOf(found),
    })),
    letters: letters.map((found) => ({
      id: found.id,
      number: found.number,
      customer: customerOf(found),
    })),
  };
}
