/** 清偿抵充 for the screen: the order of claims for an amount, late interest under both orders. */
import { appropriate } from "../domain/cash/appropriation.ts";
import {
  agreedOrderOf,
  agreedRateOf,
  type DefaultOrder,
  debtOf,
  orderWithin,
} from "../domain/cash/debt-terms.ts";
import { type InterestSide, type Paid, viewInterest } from "../domain/cash/interest-view.ts";
import { statutoryLateRate } from "../domain/countries/china/lpr.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import {
  type Currency,
  findCurrency,
  isPositive,
  type Money,
  money,
  parseMoney,
  split,
} from "../domain/values/money.ts";
import {
  type DebtFacts,
  type Lowering,
  listDebtFacts,
  listLowerings,
} from "../store/debt-facts.ts";
import { listCustomerBriefs } from "../store/open-claims.ts";
import type { Sight } from "./look.ts";
import { loadPolicy } from "./policy-in-force.ts";

const ACROSS_DEBTS = "《民法典》第五百六十条";

/** Money pays; what a credit memo or a fee given up took off is no payment. */
function paidOf({ on, amount, money: paid, other }: Lowering, currency: Currency): Paid[] {
  const whole = money(amount, currency);
  const [payment, reduction] = split(whole, [paid, other]);
  return [
    { on, amount: payment ?? whole, kind: "payment" as const },
    { on, amount: reduction ?? whole, kind: "reduction" as const },
  ].filter((part) => isPositive(part.amount));
}

const shownSide = ({
  accrued,
  interestPaid,
  principalPaid,
  interest,
  principal,
}: InterestSide) => ({
  ...{ accrued, interestPaid, principalPaid, interest, principal },
});

type Circumstances = {
  readonly currency: Currency;
  readonly on: PlainDate;
  readonly byDefault: DefaultOrder;
};

function shownClaim(
  facts: DebtFacts,
  lowerings: readonly Lowering[],
  { currency, on, byDefault }: Circumstances,
) {
  const { id: item, number, dueOn, terms } = facts;
  const claim = { item, number, dueOn, open: money(facts.open, currency) };
  if (dueOn >= on) return { ...claim, interest: null, why: null };
  const viewed = viewInterest(
    {
      principal: money(facts.amount, currency),
      dueOn,
      paid: lowerings
        .filter((each) => each.item === item)
        .flatMap((each) => paidOf(each, currency)),
      agreed: agreedRateOf(terms),
      order: orderWithin(terms, byDefault),
      until: on,
    },
    statutoryLateRate,
  );
  if (!viewed.ok) return { ...claim, interest: null, why: viewed.refusal };
  const { rate, rateFrom, order, byLaw, principalFirst } = viewed.value;
  const interest = {
    rate: { partsPerBillion: rate.partsPerBillion.toString(), per: rate.per },
    ...{ rateFrom, order, until: on },
    byLaw: shownSide(byLaw),
    principalFirst: shownSide(principalFirst),
  };
  return { ...claim, interest, why: null };
}

/** Which claims an amount settles, and by what each got its place. */
function suggestionFor(amount: Money, facts: readonly DebtFacts[], given: Circumstances) {
  const debts = facts.map(({ id, dueOn, open, terms }) =>
    debtOf({ id, dueOn, open: money(open, given.currency) }, terms, given.byDefault),
  );
  const found = appropriate(amount, debts, {
    designated: [],
    agreed: agreedOrderOf(facts.map(({ terms }) => terms)),
    on: given.on,
    lateRateOn: statutoryLateRate,
  });
  if (found.kind === "undecidable") return { ...found, article: ACROSS_DEBTS };
  const numbers = new Map(facts.map(({ id, number }) => [id, number]));
  const allocations = found.allocations.map(
    ({ itemId: item, amount: share, reason, decidedBy }) => ({
      ...{ item, number: numbers.get(item) ?? "", amount: share, reason, decidedBy },
    }),
  );
  return { kind: found.kind, article: ACROSS_DEBTS, allocations, left: found.left };
}

type Wanted = {
  readonly currency?: string | undefined;
  readonly amount?: string | undefined;
  readonly onDay?: PlainDate | undefined;
};

/** Null when there is no such customer. An amount that is none asks for no suggestion. */
export async function viewAppropriation(sight: Sight, id: CustomerId, wanted: Wanted) {
  const { tx, creditor, today } = sight;
  const [customer] = await listCustomerBriefs(tx, creditor.id, [id]);
  if (customer === undefined) return null;
  const currency = findCurrency(wanted.currency ?? "") ?? creditor.homeCurrency;
  const facts = await listDebtFacts(tx, creditor.id, id, currency);
  const lowerings = await listLowerings(
    tx,
    creditor.id,
    facts.map((each) => each.id),
  );
  const inForce = await loadPolicy(tx, creditor.id);
  const given = {
    currency,
    on: wanted.onDay ?? today,
    byDefault: inForce?.policy.cash.appropriation ?? "statutory",
  } as const;
  const amount = parseMoney(wanted.amount ?? "", currency);
  const asked = amount.ok && isPositive(amount.value);
  return {
    ...{ customer, currency },
    suggestion: asked ? suggestionFor(amount.value, facts, given) : null,
    claims: facts.map((each) => shownClaim(each, lowerings, given)),
  };
}
