/** English words of the order of appropriation. */
import { fact, type Sentence } from "../facts.ts";
import type * as zh from "../zh/appropriation.ts";

const reasons = {
  order_by_law: (f) => `Within a debt: costs, interest, principal (${fact(f, "article")})`,
  order_by_contract: (f) =>
    fact(f, "text") === ""
      ? "Within a debt: principal first, as the contract says"
      : `Within a debt: principal first, as the contract says (“${fact(f, "text")}”)`,
  order_waived_by_policy: () => "Within a debt: principal first, since our policy waives the law's",
  rate_by_contract: (f) =>
    f["clause"] == null
      ? "At the contract's rate"
      : `At the contract's rate (“${fact(f, "clause")}”)`,
  rate_by_law: (f) =>
    `No rate was agreed: one-year LPR of ${fact(f, "breachOn")} and half of it more`,
  security_unknown: (f) => `${fact(f, "number")} is secured, nobody knows up to what`,
  late_rate_unknown: (f) =>
    `The LPR of the day ${fact(f, "number")} was breached is not verified; no interest is shown`,
  agreed_order_in_words: (f) => `The contract has its own order: “${fact(f, "text")}”`,
} satisfies Readonly<Record<string, Sentence>>;

export const appropriation: typeof zh.appropriation = {
  title: "Order of appropriation",
  suggestion: (article) => `By ${article} of the Civil Code (art. 560) this money settles first:`,
  none: "Nothing is open to be settled",
  undecidable: (article) => `Facts are missing, so ${article} (art. 560) decides nothing:`,
  fill: "Fill in the order of law",
  left: (amount) => `${amount} is left after that`,
  decidedBy: {
    due: "due before not yet due",
    unsecured: "unsecured first",
    less_secured: "less secured first",
    heavier: "the heavier burden first",
    earlier_due: "earlier due first",
    list: "named by the payer",
    covered: "enough for all",
    pro_rata: "equal in all, pro rata",
  },
  by: { designated: "named by the payer", agreed: "agreed", statutory: "by law" },
  interest: "Principal and late interest side by side",
  interestLead:
    "Late interest is a memo: until it is billed or claimed it takes no cent of a receipt. A suit asks for one side or the other, as the order says.",
  byLaw: "Interest first (art. 561)",
  principalFirst: "Principal first",
  columns: {
    number: "Document",
    open: "Open in the book",
    principal: "Principal left",
    interest: "Interest left",
    why: "Rate and order",
  },
  perDay: (percent) => `${percent} % a day`,
  perYear: (percent) => `${percent} % a year`,
  until: (day) => `interest through ${day}`,
  nothingLate: "Nothing is past due; there is no interest",
  reasons,
};
