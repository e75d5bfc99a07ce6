/** A settlement's booking: one entry that brings money, credits and what is given up to claims. */
import {
  type Account,
  type Because,
  type Booking,
  changingEntry,
  type Leg,
  NOTHING_BOOKED,
} from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import { later, type PlainDate } from "../values/calendar.ts";
import type { EntryId, ItemId } from "../values/ids.ts";
import {
  add,
  isPositive,
  isZero,
  lesser,
  type Money,
  negate,
  split,
  subtract,
} from "../values/money.ts";
import { assert } from "../values/result.ts";
import type { SettledClaim, Settlement } from "./settlement.ts";

type Fund = {
  readonly account: Account;
  readonly itemId: ItemId | null;
  readonly money: Money;
  readonly on: PlainDate;
};

/** Credits are used up first, then what is given up, then the money. */
function fundsOf({ credits, givenUp, receipt }: Settlement): readonly Fund[] {
  const used: Fund[] = credits.map(({ itemId, amount: money, issuedOn: on }) => ({
    account: "receivable",
    itemId,
    money,
    on,
  }));
  if (givenUp !== null) {
    used.push({ account: givenUp.account, itemId: null, money: givenUp.amount, on: givenUp.on });
  }
  if (receipt !== null) {
    const { itemId, amount: money, receivedOn: on } = receipt;
    used.push({ account: "receivable", itemId, money, on });
  }
  return used;
}

type Piece = { readonly fund: Fund; readonly paid: Money };

/** Hands the funds out to the claims in their order, to the last cent. */
function handOut(settlement: Settlement): readonly (readonly Piece[])[] {
  const funds = [...fundsOf(settlement)];
  const handed = settlement.claims.map(({ paid: needed }) => {
    const pieces: Piece[] = [];
    let missing = needed;
    while (isPositive(missing)) {
      const [fund] = funds;
      assert(fund !== undefined, "the money of a settlement covers its claims");
      const paid = lesser(fund.money, missing);
      pieces.push({ fund, paid });
      missing = subtract(missing, paid);
      const money = subtract(fund.money, paid);
      funds.splice(0, 1, ...(isPositive(money) ? [{ ...fund, money }] : []));
    }
    return pieces;
  });
  assert(funds.length === 0, "the claims of a settlement use up its money");
  return handed;
}

/** A piece counts from the day on which both the money and the claim are there. */
function legsOf(claim: SettledClaim, pieces: readonly Piece[]): readonly Leg[] {
  const shares = split(
    claim.amount,
    pieces.map(({ paid }) => paid.minor),
  );
  return pieces.flatMap(({ fund, paid }, at) => {
    const amount = shares[at] ?? claim.amount;
    const effectiveOn = later(fund.on, claim.issuedOn);
    const exchanged: Leg[] = [
      { account: "exchange", itemId: null, amount, effectiveOn },
      { account: "exchange", itemId: null, amount: negate(paid), effectiveOn },
    ];
    return [
      { account: "receivable", itemId: claim.itemId, amount: negate(amount), effectiveOn },
      ...(amount.currency === paid.currency ? [] : exchanged),
      { account: fund.account, itemId: fund.itemId, amount: paid, effectiveOn },
    ] satisfies Leg[];
  });
}

/** Legs of one item or account, currency and day become one; what sums to nothing falls away. */
function merged(legs: readonly Leg[]): readonly Leg[] {
  const sums = new Map<string, Leg>();
  for (const leg of legs) {
    const key = [leg.account, leg.itemId, leg.amount.currency, leg.effectiveOn].join("|");
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? leg : { ...leg, amount: add(sum.amount, leg.amount) });
  }
  return [...sums.values()].filter(({ amount }) => !isZero(amount));
}

/**
 * One entry of kind `allocation`; its postings may count on several days (a claim of March paid in
 * February is settled in March). A settlement that keeps everything on account books nothing.
 */
export function bookSettlement(
  settlement: Settlement,
  newId: NewId,
  because: readonly Because[],
): Booking {
  const handed = handOut(settlement);
  const legs = merged(settlement.claims.flatMap((claim, at) => legsOf(claim, handed[at] ?? [])));
  const days = legs.flatMap(({ effectiveOn }) => effectiveOn ?? []);
  const [first, ...rest] = days;
  if (first === undefined) return NOTHING_BOOKED;
  const entry = { id: newId<EntryId>(), kind: "allocation" as const, because };
  return {
    ...NOTHING_BOOKED,
    ...changingEntry({ ...entry, effectiveOn: rest.reduce(later, first) }, legs),
  };
}
