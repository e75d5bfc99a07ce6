/** English sentences for what is refused about money that comes in, goes back or is given back. */
import { amount, fact, type Sentence } from "../facts.ts";
import type * as zh from "../zh/cash-refusals.ts";

type Same = Readonly<Record<keyof typeof zh.cashRefusals, Sentence>>;

export const cashRefusals: Same = {
  // cash application
  settlement_is_empty: () => "Choose what it settles.",
  settlement_not_positive: () => "Settle more than nothing.",
  settlement_names_item_twice: () => "A document is named twice.",
  settlement_in_other_currency: (facts) =>
    `Use ${fact(facts, "currency")}; for a document in another currency say what was paid for it.`,
  settlement_exceeds_item: (facts) => `Only ${amount(facts, "open")} of this document is open.`,
  settlement_exceeds_receipt: (facts) =>
    `This takes ${amount(facts, "needed")}; only ${amount(facts, "rest")} of the receipt is left.`,
  settlement_does_not_add_up: (facts) =>
    `It doesn't add up: ${amount(facts, "left")} is left, not ${amount(facts, "told")}.`,
  credits_exceed_claims: (facts) => `The credits exceed what is settled by ${amount(facts, "by")}.`,
  item_of_other_customer: () => "This document is another customer's.",
  shortfall_exceeds_policy: (facts) =>
    `The policy gives up ${amount(facts, "allowed")} at most. A person may give up more with a reason, but no more than came.`,
  shortfall_beside_rest: (facts) =>
    `${amount(facts, "rest")} of the receipt is left, so nothing need be given up.`,
  deduction_exceeds_claims: (facts) =>
    `A deduction can't exceed the ${amount(facts, "claims")} that is settled.`,
  application_not_found: () => "There is no such application.",
  application_has_ended: () => "This application was undone already.",
  // receipts
  receipt_not_found: () => "There is no such receipt.",
  receipt_not_positive: () => "A receipt is for more than nothing.",
  receipt_number_missing: () => "The receipt needs a number.",
  receipt_number_taken: (facts) => `Receipt number ${fact(facts, "number")} is taken.`,
  receipt_needs_bill: () => "A bill of exchange needs its own facts.",
  receipt_is_no_bill: () => "Only a receipt paid by bill takes a bill's facts.",
  receipt_already_identified: () => "This receipt has a customer already.",
  receipt_not_identified: () => "This receipt has no customer yet.",
  receipt_is_returned: () => "This payment came back.",
  receipt_is_ignored: () => "This line was set aside. Take it up again first.",
  receipt_is_applied: (facts) => `${amount(facts, "applied")} of it is applied. Undo that first.`,
  receipt_is_used_up: () => "All of this receipt is applied or refunded; nothing is left.",
  receipt_changed: () => "Somebody has just worked on this receipt. Reload and try again.",
  received_in_future: (facts) => `It can't have come after today, ${fact(facts, "today")}.`,
  line_not_found: () => "There is no such bank line.",
  line_not_open: () => "This bank line is done already.",
  notice_not_found: () => "There is no such notice of the bank.",
  notice_not_open: () => "This notice of the bank is done already.",
  notice_names_no_receipt: () =>
    "No receipt was found for it: book the return on the receipt, or ignore it with a reason.",
  // claims on unidentified money
  claim_not_found: () => "There is no such claim.",
  claim_waits_already: () => "Your claim on this money waits for a decision.",
  claim_not_waiting: () => "This claim has been decided.",
  claim_of_other_person: () => "You can only take back a claim of your own.",
  claim_is_own: () => "You claim this money yourself. Another person must decide.",
  // refunds
  refund_not_found: () => "There is no such refund.",
  refund_not_positive: () => "Refund more than nothing.",
  refund_in_other_currency: (facts) => `The refund must be in ${fact(facts, "currency")}.`,
  refund_exceeds_rest: (facts) => `Only ${amount(facts, "free")} can be refunded.`,
  refund_is_own: () => "You asked for this refund. Another person must decide.",
  refund_not_in_state: () => "This refund's state doesn't allow that.",
  refund_line_differs: (facts) =>
    `The bank line is ${amount(facts, "line")}, the refund ${amount(facts, "amount")}.`,
  refund_before_receipt: (facts) =>
    `It can't be paid back before it came, on ${fact(facts, "receivedOn")}.`,
  paid_in_future: (facts) => `It can't be paid after today, ${fact(facts, "today")}.`,
  // returned payments
  returned_payment_not_found: () => "There is no such returned payment.",
  return_seen_already: () => "Somebody has seen it already.",
  return_booked_already: () => "This return is booked already.",
  return_before_receipt: (facts) =>
    `It can't come back before it came, on ${fact(facts, "receivedOn")}.`,
  return_in_future: (facts) => `It can't come back after today, ${fact(facts, "today")}.`,
  return_in_other_currency: (facts) => `It must be in ${fact(facts, "currency")}.`,
  return_is_not_whole: (facts) =>
    `A payment of ${amount(facts, "amount")} comes back as a whole. Book a part as a refund.`,
  return_kind_does_not_fit: () => "This kind of return doesn't fit how it was paid.",
  return_after_refund: (facts) =>
    `${amount(facts, "refunded")} of it was refunded. Settle that with the customer first.`,
  return_line_differs: (facts) =>
    `The bank line is ${amount(facts, "line")}, the return ${amount(facts, "amount")}.`,
  charge_not_positive: () => "A charge is more than nothing.",
  charge_without_clause: () => "No contract says that the customer bears the charge: it is ours.",
  // bills of exchange
  bill_not_found: () => "There is no such bill.",
  bill_changed: () => "Somebody has just worked on this bill. Reload and try again.",
  bill_field_missing: () => "A bill needs its number, drawer, acceptor and each endorser's name.",
  bill_number_taken: (facts) => `Bill ${fact(facts, "number")} is recorded already.`,
  bill_not_positive: () => "A bill is for more than nothing.",
  bill_matures_before_issue: (facts) =>
    `It can't mature before its issue, ${fact(facts, "issuedOn")}.`,
  bill_received_before_issue: (facts) =>
    `It can't be received before its issue, ${fact(facts, "issuedOn")}.`,
  bill_day_in_future: (facts) => `The day can't be after today, ${fact(facts, "today")}.`,
  bill_is_overdue: (facts) =>
    `After ${fact(facts, "presentBy")} a bill can't be taken, endorsed or discounted.`,
  bill_move_not_allowed: () => "The bill's state doesn't allow that.",
  bill_moved_later: (facts) => `It can't be before its last step, ${fact(facts, "since")}.`,
  bill_not_mature: (facts) =>
    `A paper bill is presented from its maturity, ${fact(facts, "maturesOn")}, on.`,
  bill_charge_too_high: (facts) =>
    `The charge must be more than nothing and less than ${amount(facts, "amount")}.`,
};
