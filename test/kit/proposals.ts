/** A proposal of matching for tests, with whatever a test wants different. */
import type { Proposal } from "../../src/domain/cash/matching/match.ts";
import { currency, zero } from "../../src/domain/values/money.ts";

/** Money of nobody: settles nothing. */
export const zeroProposal: Proposal = {
  what: "unidentified",
  customerId: null,
  allocations: [],
  credits: [],
  shortfall: null,
  onAccount: zero(currency("CNY")),
  duplicateOf: null,
  reverses: null,
  confidence: 0,
  because: [],
};
