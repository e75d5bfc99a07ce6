/** Which sets of open claims a payment may be meant for, before its amount is weighed. */

import type { MatchReason } from "./match.ts";
import type { BookClaim } from "./match-book.ts";
import type { MatchCase, Mention } from "./match-case.ts";
import { because } from "./match-reasons.ts";
import { foldNumber, serialOf } from "./reference-text.ts";
import { findSums } from "./subset-sum.ts";

/** Claims paid together, and how they were come upon. */
export type ClaimSet = {
  readonly claims: readonly BookClaim[];
  readonly by: "named" | "range" | "count" | "month" | "all" | "sum" | "one";
  readonly because: readonly MatchReason[];
  /** Other claims of the same amounts would do as well. */
  readonly exchangeable?: boolean;
};

export type SetSearch = { readonly sets: readonly ClaimSet[]; readonly gaveUp: boolean };

const MOST_CHOICES = 64;

/** Every way to choose one claim (or all) of each mention; too many mentions give none. */
function choicesOf(
  view: MatchCase,
  mentions: readonly Mention[],
): readonly (readonly BookClaim[])[] {
  let choices: BookClaim[][] = [[]];
  for (const { claims } of mentions) {
    const open = claims.filter((claim) => claim.open > 0 && claim.unit === view.unit);
    if (open.length === 0) continue;
    const ways = open.length === 1 ? [open] : [...open.map((claim) => [claim]), open];
    if (choices.length * ways.length > MOST_CHOICES) continue;
    choices = choices.flatMap((choice) => ways.map((way) => [...choice, ...way]));
  }
  return choices.map((choice) => [...new Set(choice)]).filter((choice) => choice.length > 0);
}

const numbersOf = (claims: readonly BookClaim[]): readonly string[] =>
  claims.map(({ claim }) => claim.number);

function namedSets(view: MatchCase): readonly ClaimSet[] {
  const whole = view.mentions.filter(({ how }) => how === "whole");
  const parts = whole.length < view.mentions.length;
  const sets = (mentions: readonly Mention[], code: "numbers_named" | "number_part") =>
    choicesOf(view, mentions).map((claims) => ({
      claims,
      by: "named" as const,
      because: [because(code, { numbers: numbersOf(claims) })],
    }));
  const named = sets(whole, "numbers_named");
  return parts ? [...sets(view.mentions, "number_part"), ...named] : named;
}

const serialNumber = (claim: BookClaim): number =>
  Number.parseInt(serialOf(claim.claim.number), 10);

/** The number without its running part; a year in it counts for nothing, numbers run over it. */
const stemOf = (claim: BookClaim): string =>
  foldNumber(claim.claim.number.replace(/\d+\D*$/, "").replace(/20\d\d/, ""));

/** "2523~629" goes to 2629, and "2923~129" to 3129: fewer digits replace the last ones. */
function rangeEnd(from: number, until: string): number {
  const start = String(from);
  const told = until.replace(/^0+/, "");
  if (told.length >= start.length) return Number.parseInt(told, 10);
  const end = Number.parseInt(start.slice(0, start.length - until.length) + until, 10);
  return end < from && until.length > 1 ? end + 10 ** until.length : end;
}

/** Whether the shortened end is below the start's own last digits: which thousand is meant? */
const rolledOver = (from: number, until: string): boolean =>
  until.length < String(from).length && Number.parseInt(until, 10) < from % 10 ** until.length;

function between(view: MatchCase, first: BookClaim, to: number): readonly BookClaim[] {
  const from = serialNumber(first);
  const stem = stemOf(first);
  return view.open.filter((claim) => {
    const serial = serialNumber(claim);
    const within = serial >= Math.min(from, to) && serial <= Math.max(from, to);
    return within && stemOf(claim) === stem;
  });
}

/** A range that runs backwards may be read in more than one way: then a person decides. */
function rangeSets(view: MatchCase): readonly ClaimSet[] {
  return view.mentions.flatMap(({ claims: [first, another], until }) => {
    if (until === null || first === undefined || another !== undefined) return [];
    const to = rangeEnd(serialNumber(first), until);
    const claims = between(view, first, to);
    const told = because("number_range", { from: first.claim.number, until });
    const start = serialNumber(first);
    const exchangeable = to < start || rolledOver(start, until);
    return claims.length === 0
      ? []
      : [{ claims, by: "range" as const, exchangeable, because: [told] }];
  });
}

function monthSets(view: MatchCase): readonly ClaimSet[] {
  const { months } = view.remark;
  if (months === null) return [];
  const issued = view.open.filter(({ issued }) => issued >= months.from && issued <= months.to);
  const due = view.open.filter((claim) => claim.due >= months.from && claim.due <= months.to);
  return [issued, due]
    .filter((claims) => claims.length > 0)
    .map((claims) => ({ claims, by: "month", because: [because("month_named")] }));
}

const SUM_LIMITS = { steps: 16_000, ways: 6 };

/** Sets whose open amounts make the line's amount; with "等5张" only sets of five. */
function sumSets(view: MatchCase): SetSearch {
  if (view.open.length < 2) return { sets: [], gaveUp: false };
  const amounts = view.open.map(({ open }) => open);
  const { ways, gaveUp } = findSums(amounts, view.amount, SUM_LIMITS);
  const sets = ways
    .filter(({ places }) => places.length > 1)
    .map(({ places, exchangeable }): ClaimSet => {
      const claims = places.map((place) => view.open[place]).filter((one) => one !== undefined);
      return {
        claims,
        by: "sum",
        exchangeable,
        because: [because("amounts_sum", { count: claims.length })],
      };
    });
  return { sets, gaveUp };
}

/** With a count told, the first number named and the count narrow the sums. */
function countSets(view: MatchCase): SetSearch {
  const { count } = view.remark;
  if (count === null || count < 2 || count > view.open.length) return { sets: [], gaveUp: false };
  const named = new Set(
    view.mentions.flatMap(({ claims }) => claims).filter((one) => one.open > 0),
  );
  const paid = [...named].reduce((sum, { open }) => sum + open, 0);
  const others = view.open.filter((claim) => !named.has(claim));
  const missing = count - named.size;
  const { ways, gaveUp } = findSums(
    others.map(({ open }) => open),
    view.amount - paid,
    { steps: 30_000, ways: 24 },
  );
  const sets = ways
    .filter(({ places }) => places.length === missing)
    .map(({ places, exchangeable }): ClaimSet => {
      const rest = places.map((place) => others[place]).filter((one) => one !== undefined);
      const told = because("number_count", { count });
      return { claims: [...named, ...rest], by: "count", exchangeable, because: [told] };
    });
  return { sets, gaveUp };
}

const setKey = (claims: readonly BookClaim[]): string =>
  claims
    .map(({ claim }) => claim.id)
    .sort()
    .join();

/** The surest way by which a set was come upon is kept. */
function distinct(sets: readonly ClaimSet[]): readonly ClaimSet[] {
  const kept = new Map<string, ClaimSet>();
  for (const set of sets) {
    const key = setKey(set.claims);
    if (!kept.has(key)) kept.set(key, set);
  }
  return [...kept.values()];
}

/** A customer to whom no sign of the payer points: what is named, and what is just the amount. */
const strangersSets = (view: MatchCase): SetSearch => {
  const alone = view.open
    .filter(({ open }) => open === view.amount)
    .map((claim): ClaimSet => ({ claims: [claim], by: "one", because: [] }));
  return { sets: distinct([...rangeSets(view), ...namedSets(view), ...alone]), gaveUp: false };
};

/** The sets worth weighing: named, in a range, counted, of a month, all, by sum, and each alone. */
export function claimSets(view: MatchCase): SetSearch {
  if (view.sign.because.length === 0 && view.remark.count === null) return strangersSets(view);
  const counted = countSets(view);
  const sums = sumSets(view);
  const all: ClaimSet[] =
    view.open.length > 1
      ? [{ claims: view.open, by: "all", because: [because("everything_open")] }]
      : [];
  const alone = view.open.map((claim): ClaimSet => ({ claims: [claim], by: "one", because: [] }));
  const sets = [
    ...rangeSets(view),
    ...namedSets(view),
    ...counted.sets,
    ...monthSets(view),
    ...all,
    ...sums.sets,
    ...alone,
  ];
  return { sets: distinct(sets), gaveUp: sums.gaveUp || counted.gaveUp };
}
