/** The kinds of work that wait at a customer, the most pressing first. */

/**
 * `call_back` at an agreed day and hour; `promise_broken` since it was judged; `instalment` of a
 * plan that was missed; `desk_task` of a person or a department; `task` and `letter` of the day's
 * plan; `promise_due` on the day it is to be paid; `review` when nothing else is to be done.
 */
export const WORK_KINDS = [
  "call_back",
  "promise_broken",
  "instalment",
  "desk_task",
  "task",
  "letter",
  "promise_due",
  "review",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];
