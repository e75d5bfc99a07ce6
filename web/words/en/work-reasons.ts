/** English sentences for why something waits at a customer, and for the points that order it. */
import { type Facts, fact, type Sentences } from "../facts.ts";
import { moneyList } from "../money-list.ts";

const days = (f: Facts, key: string): string =>
  `${fact(f, key)} ${Number(f[key] ?? 0) === 1 ? "day" : "days"}`;

const graded = (f: Facts): string =>
  f["grade"] == null ? "Not graded yet, so counted as middling" : `Grade ${fact(f, "grade")}`;

export const workReasons: Sentences = {
  amount: (f) => `${moneyList(f["overdue"])} overdue`,
  days_late: (f) => `Oldest claim ${days(f, "days")} late`,
  grade: graded,
  broken_promise: (f) =>
    `${fact(f, "count")} broken ${Number(f["count"] ?? 0) === 1 ? "promise" : "promises"} on what is still open`,
  limitation: (f) =>
    `May be time-barred from ${fact(f, "expiresOn")} at the earliest (${days(f, "daysLeft")} left, interruptions not counted; Civil Code art. 188)`,
  last_contact: (f) => `No contact for ${days(f, "days")} (since ${fact(f, "since")})`,
  customer_value: (f) => `Sales of twelve months: ${moneyList(f["sales"])}`,
  call_back: (f) => `Call-back agreed for ${fact(f, "on")}`,
  instalment: (f) => `Instalment not paid since ${fact(f, "on")}`,
  promise_due: (f) => `Promised for ${fact(f, "on")}`,
  step_waits: (f) => `Planned: ${fact(f, "step")}`,
  task_waits: () => "A task waits",
  step_of_another_day: (f) =>
    `${fact(f, "step")} is of the plan of ${fact(f, "day")} and can't be released today`,
  nothing_due: () => "Nothing is past due",
  plan_looks_again: () => "The plan looks again on this day",
  nothing_planned: (f) =>
    `Nothing planned since ${fact(f, "since")}: looked at again after a month`,
  snoozed: (f) => `Snoozed until ${fact(f, "until")}`,
  asked_by_hand: () => "A colleague asked for it",
};

export const pointNames: Readonly<Record<string, string>> = {
  amount: "Overdue amount",
  days_late: "Days late",
  grade: "Grade",
  broken_promise: "Broken promises",
  limitation: "Limitation near",
  last_contact: "Long silence",
  customer_value: "Value of the customer",
};
