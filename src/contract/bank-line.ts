/** Bank statements and their lines: previewed, taken once ever, ignored and opened again. */
import { z } from "zod";
import { PAYMENT_METHODS } from "../domain/book/payment-method.ts";
import type { BankLineId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { ImportMap } from "./import.ts";
import {
  Because,
  Can,
  CustomerBrief,
  DayIn,
  Id,
  IdOf,
  Reason,
  WireDay,
  WireInstant,
  WireMoney,
  Words,
} from "./scalars.ts";

export const LineState = z.enum(["open", "booked", "ignored"]);
export const LineWhat = z.enum(["receipt", "return", "refund", "duplicate", "not_receivable"]);
const Method = z.enum(PAYMENT_METHODS);

/** What the bank wrote, whichever way the money went: in is positive, out negative. */
const LineFacts = z.object({
  bookedOn: WireDay,
  valueOn: WireDay,
  amount: WireMoney,
  payerName: z.string().nullable(),
  payerAccount: z.string().nullable(),
  payerBank: z.string().nullable(),
  bankReference: z.string().nullable(),
  payerReference: z.string().nullable(),
  remark: z.string().nullable(),
  method: Method,
  /** The bank itself says that a payment comes back. */
  returned: z
    .object({
      code: z.string().nullable(),
      text: z.string().nullable(),
      of: z.string().nullable(),
    })
    .nullable(),
});

export const BankLine = LineFacts.extend({
  id: Id,
  statement: z.object({ id: Id, number: z.string().nullable(), format: z.string() }),
  /** Where it stood in the file. */
  place: z.number(),
  /** Our own account; "" where the file does not say. */
  account: z.string(),
  state: LineState,
  what: LineWhat.nullable(),
  customer: CustomerBrief.nullable(),
  /** The receipt made from it, with what of it is not used yet. */
  receipt: z
    .object({
      id: Id,
      number: z.string(),
      state: z.enum(["unidentified", "identified", "returned"]),
      unapplied: WireMoney,
    })
    .nullable(),
  /** The last decision on the receipt that still stands. */
  application: z
    .object({
      id: Id,
      madeBy: z.enum(["itself", "person", "import"]),
      confidence: z.number().nullable(),
      actor: z.string(),
    })
    .nullable(),
  /** The line of which this one is a repetition. */
  duplicateOf: Id.nullable(),
  /** A person undid or reopened it: it is never booked by itself again. */
  byHand: z.boolean(),
  because: Because,
  decidedBy: z.string().nullable(),
  decidedAt: WireInstant.nullable(),
  can: z.object({ match: Can, ignore: Can, reopen: Can, undo: Can }),
}).meta({ id: "BankLine" });
export type BankLine = z.infer<typeof BankLine>;

/** Multipart. `account`: our own, where the file does not name it; `map` as JSON text. */
const StatementForm = z.object({
  file: z.file().max(64 * 1024 * 1024),
  account: Words(60).optional(),
  map: z
    .string()
    .max(20_000)
    .optional()
    .transform((text, context): unknown => {
      try {
        return text === undefined ? undefined : JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "not_json" });
        return z.NEVER;
      }
    })
    .pipe(ImportMap.optional()),
});

const PreviewedLine = LineFacts.extend({
  place: z.number(),
  account: z.string(),
  /** An earlier file brought it. */
  known: z.boolean(),
});

export const StatementPreview = z.object({
  format: z.string(),
  statements: z.array(
    z.object({
      account: z.string().nullable(),
      owner: z.string().nullable(),
      currency: z.string(),
      number: z.string().nullable(),
      fromOn: WireDay.nullable(),
      toOn: WireDay.nullable(),
      opening: WireMoney.nullable(),
      closing: WireMoney.nullable(),
      moneyIn: WireMoney,
      /** Negative. */
      moneyOut: WireMoney,
      /** Opening and entries together; null where there is nothing to compare. */
      expected: WireMoney.nullable(),
      /** Closing less expected; anything but nothing has to be insisted on. */
      difference: WireMoney.nullable(),
      /** Totals that the file states wrongly about its own entries. */
      toldWrong: z.array(Reason),
      lines: z.number(),
      known: z.number(),
    }),
  ),
  firstLines: z.array(PreviewedLine),
  /** Answers of the bank about payments, without an entry (pain.002). */
  notices: z.number(),
  /** Whether it can be stored as it is, without insisting. */
  storable: z.boolean(),
  /** Why it can't: balances or totals differ, a line lies in the future. */
  problem: Reason.nullable(),
});
export type StatementPreview = z.infer<typeof StatementPreview>;

export const previewStatement = endpoint({
  name: "previewStatement",
  method: "post",
  path: "/api/creditors/{creditor}/statements/preview",
  summary: "What a bank's file holds: format, account, period, balances; nothing is stored",
  access: "statement:import",
  takes: "form",
  mostBytes: 65 * 1024 * 1024,
  body: StatementForm,
  answer: StatementPreview,
});

const Taken = <Each extends z.ZodType>(each: Each) =>
  z.object({
    /** Lines of the file, and those an earlier file had brought. */
    read: each,
    known: each,
    taken: each,
    /** Settled by itself, or kept whole on a customer's account by itself. */
    applied: each,
    onAccount: each,
    /** With a proposal, and without any. */
    proposed: each,
    unmatched: each,
    ignored: each,
  });

export const StatementOutcome = z.object({
  /** Null where the file brought nothing new: it then leaves no trace. */
  importId: Id.nullable(),
  format: z.string(),
  counts: Taken(z.number()).extend({ notices: z.number() }),
  /** By currency; money out is negative. */
  sums: Taken(z.array(WireMoney)),
});
export type StatementOutcome = z.infer<typeof StatementOutcome>;

export const importStatement = endpoint({
  name: "importStatement",
  method: "post",
  path: "/api/creditors/{creditor}/statements",
  summary: "Take a bank's file: each new line once ever; certain ones are settled by themselves",
  access: "statement:import",
  takes: "form",
  mostBytes: 65 * 1024 * 1024,
  body: StatementForm.extend({
    /** Why it is booked although its balances differ. */
    insist: Words(1000).optional(),
    /** The client's own id, by which it may ask for the progress. */
    run: Id.optional(),
  }),
  answer: StatementOutcome,
  status: 201,
});

export const statementProgress = endpoint({
  name: "statementProgress",
  method: "get",
  path: "/api/creditors/{creditor}/statements/progress/{run}",
  summary: "How far an import of a statement is",
  access: "statement:import",
  answer: z.object({
    phase: z.enum(["reading", "matching", "storing"]),
    done: z.number(),
    total: z.number(),
  }),
});

export const listBankLines = endpoint({
  name: "listBankLines",
  method: "get",
  path: "/api/creditors/{creditor}/bank-lines",
  summary: "Lines of the bank, the latest first, in windows of 100",
  access: "book:read",
  query: z.object({
    state: LineState.optional(),
    account: z.string().max(60).optional(),
    from: DayIn.optional(),
    to: DayIn.optional(),
    text: z.string().trim().max(100).optional(),
    /** `next` of the window before. */
    after: z.string().max(500).optional(),
  }),
  answer: z.object({
    rows: z.array(BankLine),
    next: z.string().nullable(),
    accounts: z.array(z.string()),
    /** Of the whole selection without its state. */
    counts: z.object({ open: z.number(), booked: z.number(), ignored: z.number() }),
  }),
});

export const bankLine = endpoint({
  name: "bankLine",
  method: "get",
  path: "/api/creditors/{creditor}/bank-lines/{line}",
  summary: "One line of the bank and what became of it",
  access: "book:read",
  answer: BankLine,
});

export const ignoreLine = endpoint({
  name: "ignoreLine",
  method: "post",
  path: "/api/creditors/{creditor}/bank-lines/{line}/ignore",
  summary: "Leave a line out with a reason: no receivable, or the repetition of another line",
  access: "line:ignore",
  body: z.object({
    reason: Words(1000),
    duplicateOf: IdOf<BankLineId>().nullable().default(null),
  }),
  answer: z.object({ id: Id }),
});

export const reopenLine = endpoint({
  name: "reopenLine",
  method: "post",
  path: "/api/creditors/{creditor}/bank-lines/{line}/reopen",
  summary: "Take up again a line that was left out",
  access: "line:ignore",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id }),
});
