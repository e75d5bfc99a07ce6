/** The bill of exchange: who owes on it, what may become of it, and when it is money. */
import type { Account } from "../book/booking.ts";
import { addDays, type PlainDate } from "../values/calendar.ts";
import { compare, isPositive, type Money } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";

/** 银行承兑汇票 is accepted by a bank, 商业承兑汇票 by a company: only as good as that company. */
export type BillKind = "bank_acceptance" | "commercial_acceptance";
export type BillMedium = "electronic" | "paper";
export const BILL_STATES = [
  "held",
  "endorsed",
  "discounted",
  "presented",
  "cleared",
  "dishonoured",
  "recourse",
] as const;
export type BillState = (typeof BILL_STATES)[number];

export type BillOffer = {
  readonly kind: BillKind;
  readonly medium: BillMedium;
  readonly number: string;
  readonly drawer: string;
  readonly acceptor: string;
  readonly payee: string | null;
  /** In their order; the last one gave it to us. */
  readonly endorsers: readonly string[];
  readonly amount: Money;
  readonly issuedOn: PlainDate;
  readonly maturesOn: PlainDate;
  readonly receivedOn: PlainDate;
};

export type BillParty = "number" | "drawer" | "acceptor" | "endorser";

export type BillRefusal =
  | { readonly code: "bill_field_missing"; readonly field: BillParty }
  | { readonly code: "bill_number_taken"; readonly number: string }
  | { readonly code: "bill_not_positive" }
  | { readonly code: "bill_matures_before_issue"; readonly issuedOn: PlainDate }
  | { readonly code: "bill_received_before_issue"; readonly issuedOn: PlainDate }
  | { readonly code: "bill_day_in_future"; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: "bill_is_overdue"; readonly presentBy: PlainDate }
  | { readonly code: "bill_move_not_allowed"; readonly from: BillState; readonly to: BillMove }
  | { readonly code: "bill_moved_later"; readonly since: PlainDate }
  | { readonly code: "bill_not_mature"; readonly maturesOn: PlainDate }
  | { readonly code: "bill_charge_too_high"; readonly amount: Money };

/** 票据法 53: a bill with a fixed day is presented for payment within ten days of its maturity. */
const PRESENT_WITHIN_DAYS = 10;

export const presentBy = (maturesOn: PlainDate): PlainDate =>
  addDays(maturesOn, PRESENT_WITHIN_DAYS);

const written = (text: string | null): string | null => text?.trim() || null;

/**
 * A bill as it is taken: number, drawer and acceptor are known, the days make sense, and it may
 * still be endorsed to us: past the term of presentment it may not (票据法 36).
 */
export function judgeBill(
  offer: BillOffer,
  taken: boolean,
  today: PlainDate,
): Result<BillOffer, BillRefusal> {
  const [number, drawer, acceptor] = [offer.number, offer.drawer, offer.acceptor].map(written);
  if (!number) return refuse({ code: "bill_field_missing", field: "number" });
  if (!drawer) return refuse({ code: "bill_field_missing", field: "drawer" });
  if (!acceptor) return refuse({ code: "bill_field_missing", field: "acceptor" });
  const endorsers = offer.endorsers.map(written);
  if (endorsers.includes(null)) return refuse({ code: "bill_field_missing", field: "endorser" });
  if (taken) return refuse({ code: "bill_number_taken", number });
  const dated = judgeDays(offer, today);
  if (!dated.ok) return dated;
  const parties = { number, drawer, acceptor, payee: written(offer.payee) };
  return ok({ ...offer, ...parties, endorsers: endorsers.flatMap((name) => name ?? []) });
}

function judgeDays(offer: BillOffer, today: PlainDate): Result<BillOffer, BillRefusal> {
  const { amount, issuedOn, maturesOn, receivedOn } = offer;
  if (!isPositive(amount)) return refuse({ code: "bill_not_positive" });
  if (maturesOn < issuedOn) return refuse({ code: "bill_matures_before_issue", issuedOn });
  if (receivedOn < issuedOn) return refuse({ code: "bill_received_before_issue", issuedOn });
  if (receivedOn > today) return refuse({ code: "bill_day_in_future", day: receivedOn, today });
  const last = presentBy(maturesOn);
  return receivedOn > last ? refuse({ code: "bill_is_overdue", presentBy: last }) : ok(offer);
}

/** What happens to a bill; `notified`: the parties before us were told of the dishonour. */
export type BillMove = Exclude<BillState, "held"> | "notified";

/** A cleared bill and one in recourse move no more: what is owed then stands in the claims. */
const MOVES: Readonly<Record<BillState, readonly BillMove[]>> = {
  held: ["presented", "endorsed", "discounted"],
  presented: ["cleared", "dishonoured"],
  endorsed: ["cleared", "dishonoured"],
  discounted: ["cleared", "dishonoured"],
  cleared: [],
  dishonoured: ["recourse", "notified"],
  recourse: ["notified"],
};

export type StandingBill = {
  readonly state: BillState;
  readonly medium: BillMedium;
  readonly amount: Money;
  readonly maturesOn: PlainDate;
  readonly receivedOn: PlainDate;
  readonly presentedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly notifiedOn: PlainDate | null;
};

/** Whether a bill in this state may take this step at all: what a page offers. */
export function canMove(
  { state, notifiedOn }: Pick<StandingBill, "state" | "notifiedOn">,
  to: BillMove,
): Result<BillMove, BillRefusal> {
  const again = to === "notified" && notifiedOn !== null;
  const allowed = MOVES[state].includes(to) && !again;
  return allowed ? ok(to) : refuse({ code: "bill_move_not_allowed", from: state, to });
}

/** The latest day on which something is known to have happened to the bill. */
const lastDay = ({ receivedOn, presentedOn, endedOn }: StandingBill): PlainDate =>
  [receivedOn, presentedOn ?? receivedOn, endedOn ?? receivedOn].toSorted().at(-1) ?? receivedOn;

/**
 * A step on a day: not to come, not before an earlier step. A paper bill is presented from maturity
 * on (the electronic system takes it earlier, and the acceptor may wait); past its term of
 * presentment it can't be handed on (票据法 36), and only before maturity a bank discounts it.
 */
export function judgeMove(
  bill: StandingBill,
  { to, on, charge }: { to: BillMove; on: PlainDate; charge: Money | null },
  today: PlainDate,
): Result<BillMove, BillRefusal> {
  const allowed = canMove(bill, to);
  if (!allowed.ok) return allowed;
  if (on > today) return refuse({ code: "bill_day_in_future", day: on, today });
  const since = lastDay(bill);
  if (on < since) return refuse({ code: "bill_moved_later", since });
  const { maturesOn, medium, amount } = bill;
  if (to === "presented" && medium === "paper" && on < maturesOn) {
    return refuse({ code: "bill_not_mature", maturesOn });
  }
  const last = to === "discounted" ? maturesOn : presentBy(maturesOn);
  const handedOn = to === "discounted" || to === "endorsed";
  if (handedOn && on > last) return refuse({ code: "bill_is_overdue", presentBy: last });
  const sensible =
    charge === null ||
    (charge.currency === amount.currency && isPositive(charge) && compare(charge, amount) < 0);
  return sensible ? ok(to) : refuse({ code: "bill_charge_too_high", amount });
}

/** Where the bill's money stands: that account is credited when it comes back unpaid. */
export function billAccount(state: BillState): Account {
  if (state === "endorsed") return "endorsed";
  return state === "discounted" || state === "cleared" ? "cash" : "bill";
}

/**
 * Whether the bill still counts in the customer's exposure: its claims are settled, but it may come
 * back. After a dishonour the claims themselves stand open again.
 */
export const countsAsExposure = (state: BillState): boolean =>
  state === "held" || state === "presented" || state === "endorsed" || state === "discounted";
