/** English for what happens to a case, as the timeline tells it. */
import type * as zh from "../zh/case-events.ts";

export const caseEvents: typeof zh.caseEvents = {
  opened: "Something became overdue: a case was opened",
  closed: "Nothing is overdue any more: the case was closed",
  stage: (stage) => `The case moved to: ${stage}`,
  reason: (reason) => `Reason for being late: ${reason}`,
  snoozed: (day) => `Snoozed until ${day}`,
  woken: (why) => `Back on the list: ${why}`,
  wokenBy: {
    by_hand: "the snooze was undone",
    day_came: "its day came",
    promise_broken: "a promise was broken",
    money_came_in: "money came in",
  },
  callBack: (when) => `Call-back agreed for ${when}`,
  callBackCancelled: "Call-back cancelled",
};
