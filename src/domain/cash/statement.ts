/** Bank statements: what any bank's file tells, the same for every format. */
import type { PaymentMethod } from "../book/payment-method.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { Currency, Money } from "../values/money.ts";

/** What the bank itself says of an entry that takes an earlier payment back. */
export type ReturnMark = {
  /** The bank's code: `AC04`, `MD06`, an R-code; null where only the entry's kind tells. */
  readonly code: string | null;
  readonly text: string | null;
  /** The reference of the payment that is taken back. */
  readonly of: string | null;
};

export type StatementEntry = {
  /** Where it stands in the file: the line, the row, or the how-manieth entry of an XML file. */
  readonly line: number;
  readonly bookedOn: PlainDate;
  /** The day from which the money counts; the booking day where the bank does not say. */
  readonly valueOn: PlainDate;
  /** Money in is positive, money out negative. Never zero. */
  readonly amount: Money;
  /** The other side, whichever way the money went. */
  readonly counterName: string | null;
  readonly counterAccount: string | null;
  readonly counterBank: string | null;
  /** The bank's own number of the entry, where it has one that is no filler (`000000000`). */
  readonly bankReference: string | null;
  /** The payer's own reference (end-to-end id, merchant order number). */
  readonly payerReference: string | null;
  /** Everything that was written about the purpose; parts joined by one blank. */
  readonly remark: string | null;
  readonly method: PaymentMethod;
  readonly returned: ReturnMark | null;
};

/** Totals that the file states about its entries, to be compared with what was read. */
export type ToldTotals = {
  readonly inCount: number | null;
  readonly inSum: Money | null;
  readonly outCount: number | null;
  readonly outSum: Money | null;
  /** A checksum over everything that stands in the file, balances too (BAI2). */
  readonly control?: { readonly told: Money; readonly read: Money };
};

export type Statement = {
  /** The creditor's own account, digits and letters only; null where the file does not say. */
  readonly account: string | null;
  readonly owner: string | null;
  readonly currency: Currency;
  /** The bank's number of the statement. */
  readonly number: string | null;
  readonly fromOn: PlainDate | null;
  readonly toOn: PlainDate | null;
  readonly opening: Money | null;
  readonly closing: Money | null;
  readonly told: ToldTotals | null;
  /** In the order of the file, also where that is newest first. */
  readonly entries: readonly StatementEntry[];
  /** Rows of a list that move no money, with the reason: entries and these are all its rows. */
  readonly skipped?: readonly SkippedRow[];
};

/** A row that is no payment by its own words: nothing moved, closed unpaid, neither in nor out. */
export type SkippedRow = {
  readonly line: number;
  readonly because: "zero_amount" | "order_closed" | "neither_in_nor_out";
};

/** A payment that the bank reports as refused or given back without an entry (pain.002). */
export type PaymentStatus = {
  readonly line: number;
  readonly accepted: boolean;
  readonly codes: readonly string[];
  readonly text: string | null;
  /** References that name the payment: end-to-end id first, then instruction and message ids. */
  readonly references: readonly string[];
  readonly amount: Money | null;
};

export type StatementFile = {
  /** Which format was recognised: the name of its file in `formats/statements`. */
  readonly format: string;
  readonly statements: readonly Statement[];
  readonly statuses: readonly PaymentStatus[];
};

/** Why a file is no statement we can take: one sentence with the place. */
export type StatementRefusal =
  | { readonly code: "statement_unknown_format" }
  | { readonly code: "statement_empty" }
  | { readonly code: "statement_too_large"; readonly bytes: number; readonly most: number }
  | {
      /** Reading it took more time or memory than a file of a bank can need. */
      readonly code: "statement_reading_given_up";
      readonly limit: "time" | "memory";
    }
  | {
      /** The file is of a known format and broken at a place: cut off, tags unclosed, not text. */
      readonly code: "statement_broken";
      readonly format: string;
      readonly line: number | null;
      readonly problem: "cut_off" | "not_text" | "structure" | "forbidden" | "too_deep" | "locked";
    }
  | {
      /** One field cannot be read: the whole file is refused, since a sum would be wrong. */
      readonly code: "statement_field_unreadable";
      readonly format: string;
      readonly line: number;
      readonly field: "amount" | "day" | "currency" | "mark" | "balance" | "account";
      readonly text: string;
    }
  | {
      readonly code: "statement_column_missing";
      readonly format: string;
      readonly line: number;
      readonly columns: readonly string[];
    };
