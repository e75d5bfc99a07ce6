/** What is particular about one bank's or platform's lists; a list with its rows sorted. */
import type { DateOrder } from "../../../domain/book/import-row.ts";
import type { PaymentMethod } from "../../../domain/book/payment-method.ts";
import type { ToldTotals } from "../../../domain/cash/statement.ts";
import type { Currency, Money } from "../../../domain/values/money.ts";
import type { TableRow } from "../../tables/table.ts";
import type { ListBody } from "./list-body.ts";
import type { Headings } from "./list-fields.ts";
import type { Columns, ListHead } from "./list-header.ts";
import type { MoneyRule } from "./list-money.ts";
import type { Told } from "./list-titles.ts";

/** What is particular about a bank's or a platform's lists; everything else is the same for all. */
export type ListRules = {
  readonly name: string;
  readonly headings: Headings;
  readonly money?: MoneyRule;
  readonly method?: PaymentMethod;
  readonly dateOrder?: DateOrder;
  /** The file itself says that its totals are not the sums of its rows. */
  readonly ignoresTotals?: boolean;
  /** Totals under another header below the list: heading → what they total. */
  readonly tail?: (rows: readonly TableRow[], unit: Currency) => ListTail | null;
  /** An amount without mark and sign is known to be money in. */
  readonly signed?: boolean;
  /** Nothing but the columns tells whose list it is: it may be a company's own ledger. */
  readonly unknownBank?: boolean;
  /** What the list leaves unsaid, by field. */
  readonly constants?: Readonly<Record<string, string>>;
};

export type ListTail = {
  readonly totals: ToldTotals;
  /** What came less what went, where the list's two sums can't be told apart. */
  readonly net: Money | null;
};

/** A list with its header found and its rows sorted. */
export type SortedList = {
  readonly rules: ListRules;
  readonly head: ListHead;
  readonly columns: Columns;
  readonly body: ListBody;
  readonly told: Told;
  readonly unit: Currency;
};
