/** English sentences for what is refused at the match desk. */
import { fact, type Sentence } from "../facts.ts";
import type * as zh from "../zh/match-refusals.ts";

type Same = Readonly<Record<keyof typeof zh.matchRefusals, Sentence>>;

export const matchRefusals: Same = {
  line_not_ignored: () => "This bank line was not left out.",
  line_repeats_itself: () => "A line can't be the repetition of itself.",
  proposal_outdated: (facts) =>
    fact(facts, "items") === ""
      ? "The book has changed; look at the proposals again."
      : `What is open of ${fact(facts, "items")} has just changed; look at the proposals again.`,
  proposal_has_no_customer: () => "This proposal names no customer; choose one first.",
  reversed_line_has_no_receipt: () =>
    "The line taken back has no receipt; book the return on the receipt itself.",
  refund_not_approved: () =>
    "There is no approved refund of this amount; request one on the receipt, another person approves it.",
  payer_not_found: () => "There is no such payer.",
  payer_is_revoked: () => "This payer was forgotten already.",
  nothing_under_way: () => "No import is under way.",
};
