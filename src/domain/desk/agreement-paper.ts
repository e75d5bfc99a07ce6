/** The facts of an agreement's document: everything it says, frozen, as plain JSON. */
import type {
  LetterAmount,
  LetterCreditor,
  LetterCustomer,
  LetterLanguage,
} from "../book/letter.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { AgreementKind } from "./agreement.ts";
import type { AgreementClauses } from "./agreement-clauses.ts";
import type { WireRate } from "./agreement-terms.ts";

export type PaperItem = {
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly newDueOn: PlainDate | null;
  readonly open: LetterAmount;
  readonly amount: LetterAmount;
  readonly forgiven: LetterAmount;
};

export type PaperInstalment = {
  readonly place: number;
  readonly dueOn: PlainDate;
  readonly amount: LetterAmount;
  readonly interest: LetterAmount;
  readonly total: LetterAmount;
};

export type AgreementPaper = {
  readonly kind: AgreementKind;
  readonly language: LetterLanguage;
  readonly number: string;
  readonly writtenOn: PlainDate;
  readonly creditor: LetterCreditor;
  readonly customer: LetterCustomer;
  readonly items: readonly PaperItem[];
  readonly instalments: readonly PaperInstalment[];
  /** Principal, interest agreed on top, what is given up, and what is to be paid in all. */
  readonly amount: LetterAmount;
  readonly interest: LetterAmount | null;
  readonly forgiven: LetterAmount | null;
  readonly toPay: LetterAmount;
  readonly lastOn: PlainDate;
  readonly rate: WireRate | null;
  readonly graceDays: number;
  /** So many missed instalments make the default: one more than is borne. */
  readonly missedForDefault: number;
  readonly clauses: AgreementClauses;
};
