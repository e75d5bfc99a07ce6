/** English words of money in on a customer's page and on Today: payers, credits, events. */
import type * as zh from "../zh/money-tab.ts";

export const moneyTab: typeof zh.moneyTab = {
  net: "Net receivable",
  owed: "Open claims",
  credits: "Credits and unapplied cash",
  netAfter: "Net",
  noCredits: "No unapplied cash or credit memo",
  uncleared: "Uncleared bills (exposure)",
  returned: (count: number) => `${count} payment${count === 1 ? "" : "s"} came back`,
  returnedNone: "No payment ever came back",
  toReceipts: "All receipts",
  toReturned: "See returned payments",
  payers: "Payers",
  payersText:
    "Names and accounts besides the customer's own that count as its payments. Revoke a wrong one and it decides nothing any more.",
  noPayers: "No other payer is remembered",
  payerKinds: { name: "Name", account: "Account" },
  sources: { master: "Master record", learned: "Remembered on confirmation" },
  columns: {
    payer: "Payer",
    kind: "Kind",
    source: "Source",
    from: "From",
    confirmed: "Confirmed",
    acts: "Acts",
  },
  learned: (day: string, who: string) => `${day} · ${who}`,
  fromReceipt: (number: string) => `receipt ${number}`,
  revoke: "Revoke",
  revokeTitle: (payer: string) => `No longer take “${payer}” for this customer?`,
  revokeText: "What was applied stays; the record is kept.",
  revoked: "Revoked",
  revokedBy: (day: string, who: string) => `Revoked ${day} by ${who}`,
  today: {
    returned: "Returned payments",
    bills: "Deadlines of bills",
    see: "Mark as seen",
    line: (amount: string, kind: string, day: string) => `${day} ${amount} ${kind}`,
  },
};
