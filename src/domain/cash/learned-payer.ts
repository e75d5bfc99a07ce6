/** What a confirmed receipt teaches of its payer: a name or account that is not the customer's. */
import { isPlatform, nameForm } from "./matching/payer-name.ts";

export type PayerLesson = readonly ["name" | "account", string];

export type Payer = { readonly payerName: string | null; readonly payerAccount: string | null };
export type OwnNames = {
  readonly name: string;
  readonly nameEn: string | null;
  /** From master records. */
  readonly accounts: readonly string[];
};

const plain = (account: string): string =>
  account
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9*]/g, "");

/** A payment platform pays for everybody: neither its name nor its account tells of anyone. */
const tellsNothing = (name: string | null): boolean => name !== null && isPlatform(name);

/** The payer's name and account, where they are not the customer's own; as the bank wrote them. */
export function lessonsOf(payer: Payer, own: OwnNames): readonly PayerLesson[] {
  if (tellsNothing(payer.payerName)) return [];
  const lessons: PayerLesson[] = [];
  const name = payer.payerName?.trim() ?? "";
  const names = [own.name, own.nameEn ?? ""].map((text) => nameForm(text).full);
  if (name !== "" && !names.includes(nameForm(name).full)) lessons.push(["name", name]);
  const account = plain(payer.payerAccount ?? "");
  if (account !== "" && !own.accounts.map(plain).includes(account)) {
    lessons.push(["account", account]);
  }
  return lessons;
}
