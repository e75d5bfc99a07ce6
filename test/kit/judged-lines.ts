/** A small book of three customers, and what matching says of a line in it, in short. */
import { judgeLine } from "../../src/domain/cash/matching/judge-line.ts";
import type { CashRules, MatchJudgement, MatchLine } from "../../src/domain/cash/matching/match.ts";
import { type MatchValues, openMatchBook } from "../../src/domain/cash/matching/match-book.ts";
import { amountText } from "../../src/domain/values/money.ts";
import { aClaim, aCustomer, CASH_RULES } from "./match-values.ts";

const HUA = aCustomer(
  "hua",
  "绍兴华澜电气有限公司",
  ["6217003000112233445"],
  "SHAOXING HUALAN ELECTRIC CO., LTD.",
);
const LING = aCustomer("ling", "华岭贸易（温州）有限公司", ["6217003000998877665"]);
const HOLTEN = aCustomer("holten", "HOLTEN BEARINGS B.V.");
export const CLAIMS = [
  aClaim("INV-2026-001408", { amount: "12080.35", references: ["PO4407-906"] }),
  aClaim("INV-2026-001565", { amount: "23419.02", due: "2026-04-10" }),
  aClaim("INV-2026-001702", { amount: "9870.00", due: "2026-04-20" }),
  aClaim("INV-2026-001810", { amount: "31456.78", of: "ling" }),
];

/** What matching says of a line in this small book. */
export const judged = (
  line: MatchLine,
  more: Partial<MatchValues> = {},
  rules: CashRules = CASH_RULES,
) =>
  judgeLine(
    openMatchBook({
      customers: [HUA, LING, HOLTEN],
      aliases: [],
      claims: CLAIMS,
      credits: [],
      past: [],
      ...more,
    }),
    line,
    rules,
  );

/** The first proposal in short: whose, what it settles, what else. */
export const first = ({ action, proposals: [top] }: MatchJudgement) => ({
  action,
  what: top?.what,
  whose: top?.customerId,
  settles: top?.allocations.map(({ itemId, amount }) => `${itemId} ${amountText(amount)}`),
  ...(top?.shortfall === null || top?.shortfall === undefined
    ? {}
    : { short: `${top.shortfall.kind} ${amountText(top.shortfall.amount)}` }),
  ...(top !== undefined && amountText(top.onAccount) !== "0.00"
    ? { kept: amountText(top.onAccount) }
    : {}),
});
/** A payment that is settled by itself. */
export const settled = (whose: string, ...settles: readonly string[]) => ({
  action: "auto",
  what: "receipt",
  whose,
  settles,
});
export const codes = (reasons: readonly { readonly code: string }[]) =>
  reasons.map(({ code }) => code);
