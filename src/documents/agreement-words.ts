/** The words of agreements in one language: headings, clauses, labels of the tables. */
import type { AgreementPaper } from "../domain/desk/agreement-paper.ts";
import { type Currency, divide } from "../domain/values/money.ts";

export type Clause = { readonly title: string; readonly text: string };

/** What stands between a clause and the next: a table or a frame that the facts fill. */
export type PaperPart = "items" | "totals" | "schedule" | "account";

export type AgreementWords = {
  heading(paper: AgreementPaper): string;
  subject(paper: AgreementPaper): string;
  creditor: string;
  debtor: string;
  guarantor: string;
  name: string;
  serviceAddress: string;
  serviceEmail: string;
  place: string;
  dueOn: string;
  oldDueOn: string;
  newDueOn: string;
  principal: string;
  interest: string;
  toPay: string;
  open: string;
  agreed: string;
  forgiven: string;
  signHere: readonly string[];
  numbered(at: number, title: string): string;
  unit(head: string, currency: Currency): string;
  preamble(paper: AgreementPaper): string;
  clauses(paper: AgreementPaper): readonly (Clause | PaperPart)[];
};

/** "4.35%": parts per 10⁹ as per cent without trailing zeros. */
export function percentText(partsPerBillion: string): string {
  const thousandths = divide(BigInt(partsPerBillion), 100n, "half-up");
  const digits = thousandths.toString().padStart(6, "0");
  const cut = digits.length - 5;
  const text = `${digits.slice(0, cut)}.${digits.slice(cut)}`.replace(/\.?0+$/, "");
  return `${text}%`;
}
