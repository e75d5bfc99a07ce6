/** Short makers of what matching looks at: invented customers, claims, lines and rules. */
import type {
  CashRules,
  MatchAlias,
  MatchClaim,
  MatchCredit,
  MatchCustomer,
  MatchLine,
} from "../../src/domain/cash/matching/match.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import type { BankLineId, CustomerId, ItemId } from "../../src/domain/values/ids.ts";
import { currency, type Money, moneyOf, zero } from "../../src/domain/values/money.ts";

const CNY = currency("CNY");

export const cny = (amount: string): Money => moneyOf(amount, "CNY");
export const customerId = (id: string): CustomerId => id as CustomerId;
export const itemId = (id: string): ItemId => id as ItemId;
export const lineId = (id: string): BankLineId => id as BankLineId;

export const aCustomer = (
  id: string,
  name: string,
  accounts: readonly string[] = [],
  nameEn: string | null = null,
): MatchCustomer => ({ id: customerId(id), name, nameEn, accounts });

type ClaimGiven = {
  readonly amount: string;
  readonly of?: string;
  readonly unit?: string;
  readonly references?: readonly string[];
  readonly issued?: string;
  readonly due?: string;
  readonly open?: string;
  readonly disputed?: string;
};

/** A claim that goes by its own number. */
export function aClaim(number: string, given: ClaimGiven): MatchClaim {
  const unit = given.unit ?? "CNY";
  return {
    id: itemId(number),
    customerId: customerId(given.of ?? "hua"),
    number,
    references: given.references ?? [],
    issuedOn: plainDate(given.issued ?? "2026-03-02"),
    dueOn: plainDate(given.due ?? "2026-04-01"),
    amount: moneyOf(given.amount, unit),
    open: moneyOf(given.open ?? given.amount, unit),
    disputed: given.disputed === undefined ? zero(currency(unit)) : moneyOf(given.disputed, unit),
  };
}

export const aMemo = (number: string, amount: string, of = "hua"): MatchCredit => ({
  id: itemId(number),
  kind: "credit_memo",
  customerId: customerId(of),
  number,
  issuedOn: plainDate("2026-03-05"),
  open: cny(amount),
  forClaim: null,
});

export const anAlias = (
  kind: MatchAlias["kind"],
  value: string,
  of: string,
  confirmed = 1,
): MatchAlias => ({ kind, value, customerId: customerId(of), confirmed });

type LineGiven = {
  readonly id?: string;
  readonly on?: string;
  readonly unit?: string;
  readonly name?: string | null;
  readonly account?: string;
  readonly reference?: string;
  readonly returned?: boolean;
};

/** A bank line of so much with this remark. */
export function aLine(amount: string, remark: string | null, given: LineGiven = {}): MatchLine {
  const id = given.id ?? "line";
  return {
    id: lineId(id),
    bookedOn: plainDate(given.on ?? "2026-04-02"),
    amount: moneyOf(amount, given.unit ?? "CNY"),
    payerName: given.name === undefined ? "绍兴华澜电气有限公司" : given.name,
    payerAccount: given.account ?? null,
    bankReference: given.reference ?? `reference of ${id}`,
    remark,
    returned: given.returned ?? false,
  };
}

export const CASH_RULES: CashRules = {
  bankFeeUpTo: [cny("50.00"), moneyOf("50.00", "USD")],
  roundingUpTo: [cny("1.00"), moneyOf("1.00", "USD")],
  cashDiscount: { partsPerBillion: 30_000_000n, withinDays: null },
  oldestFirst: false,
  autoFrom: 990,
};

export const NO_MONEY = zero(CNY);
