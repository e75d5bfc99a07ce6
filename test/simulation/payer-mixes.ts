/** Mixes of an invented year of payments: what is paid how often, and how it is written. */
import type { YearMix } from "./payer-year.ts";

const KINDS = {
  exact_ref: 21,
  exact_garbled: 9,
  exact_noref: 12,
  multi_ref: 8,
  multi_concat: 3,
  multi_tails: 1,
  multi_counted: 1,
  multi_noref: 7,
  multi_range: 2,
  month_total: 4,
  fee_short: 6,
  discount_short: 2,
  discount_named: 1,
  quality_deduction: 2,
  rounding: 1,
  rounding_up: 1,
  partial_ref: 4,
  partial_noref: 3,
  overpaid: 3,
  wrong_number: 1,
  credit_note_net: 1,
  credit_note_silent: 1,
  prepayment: 2,
  silent_advance: 1,
  fx_other_ccy: 1,
  not_ar: 5,
  unknown_payer: 1,
  near_stranger: 1,
  twins: 1,
};

const NAMES = {
  exact: 66,
  width: 4,
  abbreviated: 8,
  english: 4,
  truncated: 4,
  typo: 3,
  missing: 2,
  person: 2,
  parent: 2,
  platform: 1,
  sibling: 1,
  on_behalf: 1,
};

const usual: YearMix = {
  kinds: KINDS,
  names: NAMES,
  amounts: ["exact", "exact", "round", "list", "same"],
  series: ["dashed", "short"],
  open: [2, 12],
  foreignPercent: 25,
  noisePercent: 8,
  bareLinesPercent: 0,
};

/** What only a bad year brings. */
const RARE = ["wrong_number", "near_stranger", "silent_advance", "twins", "multi_counted"];
const frequent = Object.entries(KINDS).filter(([kind]) => !RARE.includes(kind));

/** `plain` is an orderly seller's year, `usual` has more; each other mix is bad in its own way. */
export const MIXES = {
  plain: {
    ...usual,
    kinds: Object.fromEntries(frequent),
    amounts: ["exact", "exact", "exact", "list", "round"],
    series: ["dashed"],
  },
  usual,
  round: {
    ...usual,
    amounts: ["round", "list", "same"],
    series: ["eight", "dated"],
    open: [4, 20],
  },
  dense: {
    ...usual,
    amounts: ["colliding", "colliding", "exact", "round"],
    series: ["order", "lower", "chinese"],
    open: [20, 60],
  },
  abroad: {
    ...usual,
    kinds: { ...KINDS, fee_short: 16, fx_other_ccy: 4, multi_concat: 6, month_total: 6 },
    series: ["dashed", "order"],
    foreignPercent: 85,
  },
  masked: {
    ...usual,
    names: {
      ...NAMES,
      exact: 20,
      abbreviated: 16,
      truncated: 12,
      person: 8,
      parent: 8,
      sibling: 8,
    },
    kinds: { ...KINDS, near_stranger: 6, unknown_payer: 4, wrong_number: 5, exact_garbled: 18 },
    series: ["electronic", "dashed", "lower", "order"],
    noisePercent: 40,
    bareLinesPercent: 50,
  },
} satisfies Readonly<Record<string, YearMix>>;

export type MixName = keyof typeof MIXES;
export const isMix = (name: string): name is MixName => Object.hasOwn(MIXES, name);
