/** The letters' mark-up: a handful of tags, read strictly, so that no value can smuggle one in. */
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import type { Span } from "./document.ts";

const TEXT_TAGS = ["subject", "heading", "greeting", "p", "note"] as const;
const PART_TAGS = ["items", "totals", "account", "contact", "signature"] as const;

type TextTag = (typeof TEXT_TAGS)[number];
type PartTag = (typeof PART_TAGS)[number];

/** A piece of a letter: running text, or a part that the facts fill (`<items/>`). */
export type Piece =
  | { readonly tag: TextTag; readonly spans: readonly Span[] }
  | { readonly tag: PartTag };

export type MarkupRefusal = { readonly code: "letter_markup_malformed"; readonly near: string };

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
  "&amp;": "&",
};
const TEXTS: ReadonlySet<string> = new Set(TEXT_TAGS);
const PARTS: ReadonlySet<string> = new Set(PART_TAGS);
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;
const PIECE = /^\s*<([a-z]+)(?:\/>|>([\s\S]*?)<\/\1>)/;

const malformed = (text: string) =>
  refuse({ code: "letter_markup_malformed" as const, near: text.trim().slice(0, 60) });

/** A line break in the template is a space between Latin words and nothing between characters. */
function joinLines(text: string): string {
  return text.replace(/\s*\n\s*/g, (_, at: number) => {
    const before = text.slice(0, at).trimEnd().at(-1) ?? "";
    const after = text.slice(at).trimStart().at(0) ?? "";
    return WIDE.test(before) || WIDE.test(after) ? "" : " ";
  });
}

const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|amp|#34|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/** Running text: `<strong>` is the only tag in it. Null when there is another. */
function readSpans(inner: string): readonly Span[] | null {
  const spans: Span[] = [];
  for (const [at, part] of joinLines(inner.trim())
    .split(/<strong>|<\/strong>/)
    .entries()) {
    if (/[<>]/.test(part)) return null;
    if (part !== "") spans.push({ text: unescaped(part), strong: at % 2 === 1 });
  }
  return spans;
}

function readPiece(tag: string, inner: string | undefined): Piece | null {
  if (inner === undefined) return PARTS.has(tag) ? { tag: tag as PartTag } : null;
  const spans = TEXTS.has(tag) ? readSpans(inner) : null;
  return spans === null ? null : { tag: tag as TextTag, spans };
}

/** Reads a whole letter. Anything that is not one of its tags is refused with its place. */
export function parseMarkup(text: string): Result<readonly Piece[], MarkupRefusal> {
  const pieces: Piece[] = [];
  let rest = text;
  while (rest.trim() !== "") {
    const found = PIECE.exec(rest);
    if (found === null) return malformed(rest);
    const [whole, tag, inner] = found;
    assert(tag !== undefined, "a piece has a tag");
    const piece = readPiece(tag, inner);
    if (piece === null) return malformed(rest);
    pieces.push(piece);
    rest = rest.slice(whole.length);
  }
  return ok(pieces);
}
