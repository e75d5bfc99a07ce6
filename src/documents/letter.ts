/** A letter from its facts: the template's words and the parts around them, as one block list. */
import type { LetterFacts } from "../domain/book/letter.ts";
import { assert } from "../domain/values/result.ts";
import type { Block, LetterDocument } from "./document.ts";
import {
  account,
  addressee,
  asksForLess,
  contact,
  itemTable,
  letterhead,
  nameOf,
  oneLine,
  reference,
  signature,
  totals,
} from "./letter-parts.ts";
import { type Piece, parseMarkup } from "./markup.ts";
import { fillTemplate, type TemplateScope } from "./templates.ts";
import { WORDING } from "./wording.ts";

export function scopeOf(facts: LetterFacts): TemplateScope {
  const words = WORDING[facts.language];
  const sums = (amounts: LetterFacts["totals"]) => amounts.map(words.sum).join(words.and);
  const oldest = facts.items[0];
  return {
    creditor: nameOf(facts, facts.creditor),
    customer: nameOf(facts, facts.customer),
    number: oneLine(facts.number),
    written_on: words.day(facts.writtenOn),
    pay_by: facts.payBy === null ? "" : words.day(facts.payBy),
    count: facts.items.length,
    total: sums(facts.totals),
    first_due_on: oldest === undefined ? "" : words.day(oldest.dueOn),
    longest_days: Math.max(0, ...facts.items.map(({ days }) => days)),
    unapplied: sums(facts.unapplied),
    asks_for_less: asksForLess(facts),
    ...returnScope(facts),
  };
}

function returnScope({ language, returned }: LetterFacts) {
  const words = WORDING[language];
  const charge = returned?.charge;
  return {
    returned_amount: returned === undefined ? "" : words.sum(returned.amount),
    received_on: returned === undefined ? "" : words.day(returned.receivedOn),
    returned_on: returned === undefined ? "" : words.day(returned.returnedOn),
    return_kind: returned === undefined ? "" : words.returned[returned.kind],
    return_reason: oneLine(returned?.reason ?? ""),
    charge: charge ? words.sum(charge.amount) : "",
    charge_clause: oneLine(charge?.clause ?? ""),
  };
}

const PARTS = { items: itemTable, totals, account, contact, signature } as const;

function blockOf(piece: Piece, facts: LetterFacts): Block {
  if (!("spans" in piece)) return PARTS[piece.tag](facts);
  if (piece.tag === "p") return { kind: "paragraph", spans: piece.spans };
  if (piece.tag === "note") return { kind: "note", spans: piece.spans };
  const text = piece.spans.map((span) => span.text).join("");
  return { kind: piece.tag === "greeting" ? "greeting" : "heading", text };
}

/** Makes the letter. The same facts always give the same document. */
export function composeLetter(facts: LetterFacts): LetterDocument {
  const markup = parseMarkup(fillTemplate(facts.language, facts.template, scopeOf(facts)));
  assert(markup.ok, `the template ${facts.template} is well formed`);
  const [subject, ...pieces] = markup.value;
  assert(subject !== undefined && subject.tag === "subject", "a template begins with its subject");
  return {
    language: facts.language,
    subject: subject.spans.map(({ text }) => text).join(""),
    author: nameOf(facts, facts.creditor),
    number: oneLine(facts.number),
    writtenOn: facts.writtenOn,
    blocks: [
      letterhead(facts),
      reference(facts),
      addressee(facts),
      ...pieces.map((piece) => blockOf(piece, facts)),
    ],
  };
}
