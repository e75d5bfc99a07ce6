/** What a letter prints of the creditor: its head, and where to pay. */
import { printed } from "../../words/printed.ts";
import type { Language } from "../../words.tsx";
import type { Letterhead } from "./letterhead-draft.ts";

type Row = { readonly label: string; readonly value: string };

const oneLine = (text: string | null): string =>
  (text ?? "")
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

/** Rows with a value only: a letter has no empty labels. */
const filled = (rows: readonly (readonly [string, string | null])[]): readonly Row[] =>
  rows.map(([label, value]) => ({ label, value: oneLine(value) })).filter(({ value }) => value);

export function printedHead(of: Letterhead, language: Language) {
  const words = printed[language];
  const name = oneLine(language === "en" ? (of.nameEn ?? of.name) : of.name);
  const line = (...rows: readonly (readonly [string, string | null])[]) =>
    filled(rows)
      .map(({ label, value }) => `${label}${words.colon}${value}`)
      .join(" · ");
  return {
    name,
    lines: [
      line([words.uscc, of.uscc]),
      line([words.address, of.address]),
      line([words.phone, of.phone], [words.email, of.email]),
    ].filter((text) => text !== ""),
    account: filled([
      [words.accountName, name],
      [words.bank, of.bankName],
      [words.accountNumber, of.bankAccount ?? words.accountAsAgreed],
    ]),
  };
}
