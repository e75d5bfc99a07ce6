/** The demo's sales people claim money that nobody was found for; two of them claim the same. */
import { claimReceipt } from "../actions/claim-receipt.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { viewStrangers } from "../views/demo-desk.ts";
import { SALESPEOPLE } from "./company-names.ts";

const REASONS = [
  "客户采购打电话说换了付款公司，金额与上月送货单一致",
  "客户业务员发来水单，说这笔是他们付的",
];

export async function claimMoney(desk: Desk, customers: readonly CustomerId[]): Promise<void> {
  const [first] = await viewStrangers(desk.database, desk.creditorId);
  if (first === undefined) return;
  for (const [at, reason] of REASONS.entries()) {
    const customerId = customers[at];
    const name = SALESPEOPLE[at];
    if (customerId === undefined || name === undefined) return;
    const as = { ...desk, actor: { ...desk.actor, name } };
    accepted(await perform(as, claimReceipt, { receipt: first, customerId, reason }));
  }
}
