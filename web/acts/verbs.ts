/** The verbs of the desk on one customer: their letters, and whether each may be done now. */
import type { Can } from "../../src/contract/scalars.ts";
import type { CustomerWork } from "../../src/contract/today.ts";

export type Verb =
  | "outcome"
  | "visit"
  | "promise"
  | "dispute"
  | "hold"
  | "snooze"
  | "callBack"
  | "reason"
  | "escalate";

/** In the order of their buttons; the letters are those of Today's keyboard. */
export const VERBS: readonly { readonly verb: Verb; readonly key: string }[] = [
  { verb: "outcome", key: "c" },
  { verb: "promise", key: "p" },
  { verb: "dispute", key: "d" },
  { verb: "hold", key: "h" },
  { verb: "visit", key: "v" },
  { verb: "snooze", key: "s" },
  { verb: "callBack", key: "b" },
  { verb: "reason", key: "l" },
  { verb: "escalate", key: "t" },
];

/** Forms that show the customer's documents or people. */
export const NEEDS_PAGE: ReadonlySet<Verb> = new Set([
  "outcome",
  "visit",
  "promise",
  "dispute",
  "hold",
]);

/** As the server says, one answer for each verb. */
export const allowedOf = ({ can }: CustomerWork): Readonly<Record<Verb, Can>> => ({
  outcome: can.logContact,
  visit: can.logContact,
  promise: can.takePromise,
  dispute: can.raiseDispute,
  hold: can.placeHold,
  snooze: can.snooze,
  callBack: can.callBack,
  reason: can.setReason,
  escalate: can.escalate,
});
