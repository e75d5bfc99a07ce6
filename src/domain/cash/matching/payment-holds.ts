/** What keeps an explanation of a payment from being booked by itself, however likely it is. */
import { amountKey } from "./book-index.ts";
import type { ClaimSet } from "./explain-sets.ts";
import type { MatchReason } from "./match.ts";
import type { MatchCase } from "./match-case.ts";
import { waits } from "./match-reasons.ts";
import type { Draft } from "./payment-drafts.ts";

/**
 * Every claim of the set is named by its whole number, or stands in a range of such. A number that
 * several open claims bear (a contract's) names all of them or none.
 */
export const isNamed = (view: MatchCase, set: ClaimSet): boolean => {
  if (set.by === "range") return true;
  const taken = new Set(set.claims);
  const named = view.mentions
    .filter(({ how }) => how === "whole")
    .map(({ claims }) => claims.filter(({ open }) => open > 0))
    .filter((claims) => claims.every((claim) => taken.has(claim)));
  return set.claims.every((claim) => named.some((claims) => claims.includes(claim)));
};

/** Every mention means one claim of the set, if only by a part; or the set's month is named. */
export const isHinted = (view: MatchCase, set: ClaimSet): boolean => {
  if (set.by === "month") return true;
  const meant = view.mentions.map(({ claims }) => claims.filter(({ open }) => open > 0));
  const claims = new Set(meant.flat());
  return (
    meant.length > 0 &&
    meant.every(({ length }) => length === 1) &&
    set.claims.every((one) => claims.has(one))
  );
};

const FITTING: Readonly<Record<"deduction" | "discount" | "advance", readonly Draft["kind"][]>> = {
  deduction: ["deduction", "credit"],
  discount: ["discount"],
  advance: ["part", "advance"],
};

/** A word in the remark speaks of something else than the explanation. */
const isGainsaid = ({ words }: MatchCase, kind: Draft["kind"]): boolean =>
  (words.deduction && !FITTING.deduction.includes(kind)) ||
  (words.discount && !FITTING.discount.includes(kind)) ||
  (words.advance && !FITTING.advance.includes(kind));

/** What fits to many amounts needs a number. */
const AMOUNT_UNSURE: ReadonlySet<string> = new Set(["part_payment", "more_than_owed", "deduction"]);

/** An amount that so many claims have says little of who paid which. */
const POPULAR = 4;

const isPopular = (view: MatchCase, set: ClaimSet): boolean => {
  const [claim] = set.claims;
  if (claim === undefined || set.claims.length > 1) return false;
  return (view.book.byAmount.get(amountKey(claim.unit, claim.open))?.length ?? 0) >= POPULAR;
};

/** Among many claims some set of several makes almost any amount. */
const isChancy = (view: MatchCase, set: ClaimSet): boolean =>
  set.by === "sum" && (set.claims.length > 5 || (set.claims.length > 3 && view.open.length > 12));

/** Numbers that could not be read, or that mean more than one claim, leave doubt. */
function numberHolds(view: MatchCase, set: ClaimSet, draft: Draft): readonly MatchReason[] {
  const named = isNamed(view, set);
  const exact = draft.reason === "amount_exact";
  const reasons: MatchReason[] = [];
  if ((view.unread > 0 || view.strange > 0) && !(named && exact))
    reasons.push(waits("numbers_unread"));
  const several = view.mentions.some(
    ({ claims }) => claims.filter(({ open }) => open > 0).length > 1,
  );
  if (several && draft.picks !== undefined) reasons.push(waits("equal_claims"));
  if (named) return reasons;
  if (AMOUNT_UNSURE.has(draft.reason)) reasons.push(waits("numbers_missing"));
  if (isChancy(view, set)) reasons.push(waits("numbers_missing"));
  if (!isHinted(view, set) && isPopular(view, set)) reasons.push(waits("amount_common"));
  return reasons;
}

/** Why a person must look at this explanation; disputed claims go by themselves only if named. */
export function holdsOf(view: MatchCase, set: ClaimSet, draft: Draft): readonly MatchReason[] {
  const reasons: MatchReason[] = [...numberHolds(view, set, draft)];
  const disputed = set.claims.some((claim) => claim.disputed > 0);
  if (disputed && !isNamed(view, set)) reasons.push(waits("claim_disputed"));
  if (set.exchangeable === true) reasons.push(waits("equal_claims"));
  if (isGainsaid(view, draft.kind)) reasons.push(waits("words_differ"));
  return reasons;
}
