/** How well a remark fits to a set of claims: the numbers, counts and words it would hold. */

import type { ClaimSet } from "./explain-sets.ts";
import type { BookClaim, BookCredit } from "./match-book.ts";
import type { MatchCase, Mention } from "./match-case.ts";

/** Payments that name no number at all. */
const SILENT = 0.3;
/** A number is named that belongs to something else. */
const WRONG_NUMBER = 0.002;
/** A claim is paid that a remark with numbers doesn't name. */
const UNNAMED = 0.003;
/** A word is used that doesn't fit. */
const WRONG_WORD = 0.003;

const HOW: Readonly<Record<Mention["how"], number>> = {
  whole: 0.7,
  serial: 0.06,
  tail: 0.02,
  cut: 0.02,
  swapped: 0.02,
};

/** Digits that only look like a part of a number turn up by chance. */
const CHANCE: Readonly<Record<Mention["how"], number>> = {
  whole: WRONG_NUMBER,
  serial: 0.01,
  tail: 0.01,
  cut: 0.01,
  swapped: 0.002,
};

const hits = (mention: Mention, claims: ReadonlySet<BookClaim>, credits: ReadonlySet<BookCredit>) =>
  mention.claims.some((claim) => claims.has(claim)) ||
  mention.credits.some((credit) => credits.has(credit));

/** The part of the fit that numbers make. */
export function numbersFit(
  view: MatchCase,
  set: ClaimSet,
  credits: readonly BookCredit[] = [],
): number {
  const { mentions, strange, remark } = view;
  const parts = remark.parts.length > 0;
  const strangers = WRONG_NUMBER ** Math.min(strange, 3);
  if (mentions.length === 0) return strangers * (parts ? 0.05 : SILENT);
  const claims = new Set(set.claims);
  const used = new Set(credits);
  const several = Math.max(1, view.open.length);
  let fit = strangers;
  for (const mention of mentions) {
    const { how } = mention;
    if (hits(mention, claims, used)) fit *= HOW[how] ** (1 / mentions.length);
    else fit *= CHANCE[how] / several;
  }
  const told = set.by === "range" || set.by === "count" || set.by === "month";
  const named = new Set(mentions.flatMap((mention) => mention.claims));
  const unnamed = set.claims.filter((claim) => !named.has(claim)).length;
  return told || unnamed === 0 ? fit : fit * UNNAMED;
}

const countFit = (view: MatchCase, size: number): number => {
  const { count } = view.remark;
  if (count === null) return 1;
  return count === size ? 0.8 : WRONG_WORD;
};

const monthFit = (view: MatchCase, set: ClaimSet): number => {
  const { months } = view.remark;
  if (months === null) return set.by === "month" ? 0 : 1;
  if (set.by === "month") return 0.8;
  const within = set.claims.every(({ issued }) => issued >= months.from && issued <= months.to);
  return within ? 0.02 : WRONG_WORD;
};

/** The part of the fit that words make, for a payment of claims. */
export function wordsFit(view: MatchCase, set: ClaimSet, kind: PaymentKind): number {
  return countFit(view, set.claims.length) * monthFit(view, set) * kindFit(view, kind);
}

/** Which words speak for which kind of payment, and how often such payments use them. */
const KIND_WORDS = {
  plain: {},
  part: { part: 0.6, advance: 0.01 },
  deduction: { deduction: 0.9 },
  discount: { discount: 0.5 },
  credit: { credit: 0.5, deduction: 0.05 },
  advance: { advance: 0.7, part: 0.05 },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Word, number>>>>>;

/** What a payment is, as far as words can tell. */
export type PaymentKind = keyof typeof KIND_WORDS;

type Word = "advance" | "part" | "deduction" | "discount" | "credit";
const WORDS: readonly Word[] = ["advance", "part", "deduction", "discount", "credit"];

/** How often a payment of the kind carries the words this remark carries. */
export function kindFit(view: MatchCase, kind: PaymentKind): number {
  const usual: Readonly<Partial<Record<Word, number>>> = KIND_WORDS[kind];
  let fit = 1;
  for (const word of WORDS) {
    const often = usual[word] ?? WRONG_WORD;
    fit *= view.words[word] ? often : 1 - often;
  }
  return fit;
}
