/** An open-item list exported anew is the whole truth of its day: what differs, what is gone. */
import type { PlainDate } from "../values/calendar.ts";
import {
  compare,
  isNegative,
  isZero,
  type Money,
  negate,
  subtract,
  zero,
} from "../values/money.ts";
import type { BookItem, KnownDocument } from "./import-invoices.ts";
import { type Note, noteOn } from "./import-problem.ts";
import { type Difference, written } from "./import-report.ts";

/** A correction of one item: `by` is added to what is open, effective on `on`. */
export type Correction = {
  readonly item: BookItem;
  readonly by: Money;
  readonly on: PlainDate;
  readonly account: "settled_in_erp" | "difference";
  readonly difference: Difference;
};

export type Snapshot = {
  readonly corrections: readonly Correction[];
  /** Items whose due day the file has otherwise. */
  readonly dueDays: readonly { readonly item: BookItem; readonly dueOn: PlainDate }[];
  readonly notes: readonly Note[];
  /** How many listed items change, in what is open or in their due day. */
  readonly changed: number;
};

export const UNCHANGED: Snapshot = { corrections: [], dueDays: [], notes: [], changed: 0 };

/**
 * What must be posted so that the book agrees with the file on its day. Items not listed are closed
 * as settled in the ERP, day unknown; those issued after that day, or named in a refused row, stay.
 * What happened in our book after that day is kept, so no item is brought beyond nothing.
 */
export function judgeSnapshot(
  known: readonly KnownDocument[],
  open: readonly BookItem[],
  mentioned: ReadonlySet<string>,
  day: PlainDate,
): Snapshot {
  const changed = known.map((document) => correctListed(document, day));
  const listed = new Set(known.map(({ item }) => item.id));
  const missing = open.filter(
    ({ id, kind, number, issuedOn }) =>
      !listed.has(id) && (kind === "receipt" || !mentioned.has(number)) && issuedOn <= day,
  );
  const closed = missing.map((item) => closeMissing(item, day));
  const all = [...changed, ...closed];
  const dueDays = known.flatMap(({ row, item }) =>
    row.dueOn !== null && item.dueOn !== null && item.dueAgreed !== true && row.dueOn !== item.dueOn
      ? [{ item, dueOn: row.dueOn, line: row.line, before: item.dueOn }]
      : [],
  );
  const corrected = changed.flatMap(({ correction }) => correction?.item.id ?? []);
  return {
    corrections: all.flatMap(({ correction }) => correction ?? []),
    dueDays,
    changed: new Set([...corrected, ...dueDays.map(({ item }) => item.id)]).size,
    notes: [
      ...all.flatMap(({ note }) => note ?? []),
      ...dueDays.map(({ item, dueOn, line, before }) =>
        noteOn(line, { code: "due_day_changed", number: item.number, book: before, file: dueOn }),
      ),
    ],
  };
}

type Judged = { readonly correction: Correction | null; readonly note: Note | null };

function correctListed({ row, item }: KnownDocument, day: PlainDate): Judged {
  const open = row.paid === null ? row.amount : subtract(row.amount, row.paid);
  const by = subtract(open, item.openThen);
  const grows = isNegative(by) === isNegative(item.amount);
  return correct(item, by, day, grows ? "difference" : "settled_in_erp", row.line);
}

const closeMissing = (item: BookItem, day: PlainDate): Judged =>
  correct(item, negate(item.openThen), day, "settled_in_erp", null);

function correct(
  item: BookItem,
  wanted: Money,
  day: PlainDate,
  account: Correction["account"],
  line: number | null,
): Judged {
  const by = account === "difference" ? wanted : atMost(wanted, item.open);
  const { number, customerNumber: customer } = item;
  const note =
    compare(by, wanted) === 0 ? null : noteOn(line, { code: "later_payment_kept", number });
  if (isZero(by)) return { correction: null, note };
  const on = day < item.issuedOn ? item.issuedOn : day;
  const difference: Difference = {
    kind: line === null ? "closed" : "changed",
    line,
    number,
    customer,
    before: written(item.open),
    after: written(subtract(item.open, negate(by))),
  };
  return { correction: { item, by, on, account, difference }, note };
}

/** A reduction that leaves nothing beyond zero: at most what is open, and nothing if it turned. */
function atMost(by: Money, open: Money): Money {
  const left = negate(open);
  if (isZero(open) || isNegative(left) !== isNegative(by)) return zero(by.currency);
  const smaller = isNegative(by) ? compare(by, left) > 0 : compare(by, left) < 0;
  return smaller ? by : left;
}
