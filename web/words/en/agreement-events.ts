/** English titles of what happened with repayment plans, extensions and discounts. */
import { named } from "../named.ts";

export const agreementKinds: Readonly<Record<string, string>> = {
  repayment_plan: "Repayment plan",
  extension: "Extension",
  discount: "Discount for early payment",
};

const EVENTS: Readonly<Record<string, string>> = {
  proposed: "proposed, waits for approval",
  approved: "approved, waits to be signed",
  refused: "refused",
  withdrawn: "withdrawn",
  issued: "document issued",
  signed: "signed and active",
  reminded: "an instalment falls due soon",
  missed: "an instalment was missed",
  defaulted: "in default",
  accelerated: "accelerated, the whole balance is due",
  renegotiated: "replaced by a new agreement",
  fulfilled: "fulfilled",
  reopened: "active again, money came back",
  lapsed: "lapsed",
};

export const agreementEvents = {
  title: (kind: string, event: string, number: string) =>
    `${named(agreementKinds, kind)} ${number}: ${named(EVENTS, event)}`,
};
