/** What a document consists of: one list of blocks that PDF, mail HTML and mail text all draw. */
import type { LetterLanguage } from "../domain/book/letter.ts";
import type { PlainDate } from "../domain/values/calendar.ts";

export type Span = { readonly text: string; readonly strong: boolean };
export type Labelled = { readonly label: string; readonly value: string };

/** A column of figures is set flush right, so that its digits stand under each other. */
export type Column = { readonly head: string; readonly figures: boolean };

export type TotalLine = {
  readonly label: string;
  readonly figures: string;
  readonly capitals: string | null;
};

export type Block =
  | { readonly kind: "letterhead"; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: "reference"; readonly rows: readonly Labelled[] }
  | { readonly kind: "addressee"; readonly lines: readonly string[] }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "greeting"; readonly text: string }
  | { readonly kind: "paragraph"; readonly spans: readonly Span[] }
  | { readonly kind: "note"; readonly spans: readonly Span[] }
  | {
      readonly kind: "items";
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "totals"; readonly rows: readonly TotalLine[] }
  | { readonly kind: "facts"; readonly title: string; readonly rows: readonly Labelled[] }
  | { readonly kind: "signature"; readonly lines: readonly string[]; readonly seal: string }
  | { readonly kind: "seals"; readonly parties: readonly SealedBy[] };

/** Where a party signs and seals: its title and name, then lines to be filled by hand. */
export type SealedBy = {
  readonly title: string;
  readonly name: string;
  readonly lines: readonly string[];
};

/** A letter ready to be drawn. It is plain JSON, so that it can be handed to another thread. */
export type LetterDocument = {
  readonly language: LetterLanguage;
  readonly subject: string;
  readonly author: string;
  readonly number: string;
  readonly writtenOn: PlainDate;
  readonly blocks: readonly Block[];
};

const spanTexts = (spans: readonly Span[]) => spans.map(({ text }) => text).join("");
const labelledTexts = (rows: readonly Labelled[]) =>
  rows.flatMap(({ label, value }) => [label, value]);

/** Every text of a block in reading order: what each way of drawing it must show. */
export function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "letterhead":
      return [block.name, ...block.lines];
    case "heading":
    case "greeting":
      return [block.text];
    case "paragraph":
    case "note":
      return [spanTexts(block.spans)];
    case "addressee":
      return block.lines;
    case "signature":
      return [...block.lines, block.seal];
    case "seals":
      return block.parties.flatMap(({ title, name, lines }) => [title, name, ...lines]);
    case "reference":
      return labelledTexts(block.rows);
    case "facts":
      return [block.title, ...labelledTexts(block.rows)];
    case "items":
      return [...block.columns.map(({ head }) => head), ...block.rows.flat()];
    case "totals":
      return block.rows.flatMap(({ label, figures, capitals }) =>
        capitals === null ? [label, figures] : [label, figures, capitals],
      );
  }
}
