/** Codes as the options of a select box, in the order of the dictionary. */
import type { CustomerPage, OpenItem } from "../../src/contract/customer.ts";
import { amountWords } from "../ui/amount.tsx";

export const optionsOf = (names: Readonly<Record<string, string>>, only?: readonly string[]) =>
  (only ?? Object.keys(names)).map((value) => ({ value, label: names[value] ?? value }));

/** The claims of a customer that are still open: what can be promised or disputed. */
export const openClaims = ({ items }: CustomerPage): readonly OpenItem[] =>
  items.filter(
    ({ kind, open }) =>
      (kind === "invoice" || kind === "debit_memo") && !/^[0.-]*$/.test(open.amount),
  );

export const itemOptions = (items: readonly OpenItem[]) =>
  items.map((item) => ({
    value: item.id,
    label: `${item.number} · ${item.open.currency} ${amountWords(item.open)}`,
  }));
