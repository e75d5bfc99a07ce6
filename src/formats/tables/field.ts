/** What a field of an import is: its name, and the headings by which files call it. */

/**
 * A field and its headings, the most telling first: when two columns of a file are known for one
 * field, the one that stands earlier in this list is taken.
 */
export type Field = {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  readonly headings: readonly string[];
};

export type KindFields = {
  readonly fields: readonly Field[];
  /** Of each group at least one must be there, as a column or as a constant. */
  readonly required: readonly (readonly string[])[];
  /** Where a second column is known for one field, the field that takes it. */
  readonly seconds?: Readonly<Record<string, string>>;
};

/** A field with its headings split at "|", so that a list of fifty stays readable. */
export const field = (name: string, zh: string, en: string, ...headings: string[]): Field => ({
  field: name,
  zh,
  en,
  headings: headings.flatMap((part) => part.split("|").filter((heading) => heading !== "")),
});

/** The same field under another name and with further headings, less telling than its own. */
export const renamed = (name: string, from: Field, ...headings: string[]): Field => ({
  ...from,
  field: name,
  headings: [...from.headings, ...field(name, "", "", ...headings).headings],
});
