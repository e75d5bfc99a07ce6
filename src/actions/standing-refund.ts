/** How a stored refund stands, for the rules that ask for it. */
import type { StandingRefund } from "../domain/cash/refund.ts";
import { money } from "../domain/values/money.ts";
import type { RefundLine } from "../store/refunds.ts";

export const standingRefund = ({
  state,
  amount,
  currency,
  requestedBy,
}: RefundLine): StandingRefund => ({ state, amount: money(amount, currency), requestedBy });
