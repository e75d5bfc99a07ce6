/** The letterhead as it stands in the form, and what of it differs from what is stored. */
import type { Problem } from "../../../src/contract/scalars.ts";
import type { LetterheadField, LetterheadGiven } from "../../queries/settings.ts";

export const FIELDS = [
  "name",
  "nameEn",
  "uscc",
  "address",
  "phone",
  "email",
  "bankName",
  "bankAccount",
] as const satisfies readonly LetterheadField[];

export type Letterhead = Readonly<Record<LetterheadField, string | null>>;

const isField = (name: unknown): name is LetterheadField => FIELDS.some((field) => field === name);

/** What would be stored: blanks are nothing; a field the form doesn't have yet stays as it is. */
export function wanted(stored: Letterhead, draft: LetterheadGiven): Letterhead {
  const value = (field: LetterheadField) =>
    draft[field] === undefined ? stored[field] : draft[field]?.trim() || null;
  return Object.fromEntries(FIELDS.map((field) => [field, value(field)])) as Letterhead;
}

/** Only what differs is sent, so that two people may mend different lines. */
export function changesOf(stored: Letterhead, draft: LetterheadGiven): LetterheadGiven {
  const next = wanted(stored, draft);
  const changed = FIELDS.filter((field) => next[field] !== stored[field]);
  return Object.fromEntries(changed.map((field) => [field, next[field]]));
}

/** The fields that a refusal is about; none when it is about the whole. */
export function blamed({ code, missing }: Problem): readonly LetterheadField[] {
  if (code === "uscc_malformed") return ["uscc"];
  if (code === "creditor_has_no_name") return ["name"];
  if (code !== "letterhead_incomplete" || !Array.isArray(missing)) return [];
  return missing.filter(isField);
}
