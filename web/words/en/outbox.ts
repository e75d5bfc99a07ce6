/** English words of the outbox. */
import type * as zh from "../zh/outbox.ts";

export const outbox: typeof zh.outbox = {
  title: "Outbox",
  list: "List of messages",
  all: "All",
  columns: {
    number: "Number",
    customer: "Customer",
    what: "Message",
    to: "To",
    state: "State",
    when: "When",
    acts: "Acts",
  },
  sentAt: (at) => `sent ${at}`,
  queuedAt: (at) => `queued ${at}`,
  nextTry: (at) => `tries again ${at}`,
  attempts: (count) => `tried ${count} ${count === 1 ? "time" : "times"}`,
  uncertainHint:
    "Cut off while sending: nobody knows whether it arrived. Check before sending again.",
  letter: "Letter",
  resend: "Send again",
  resendTitle: "Send this message again",
  resendReason: "Why it is sent again",
  resent: "Queued again",
  withdraw: "Withdraw",
  withdrawTitle: "Withdraw this message",
  withdrawReason: "Why it is withdrawn",
  withdrawn: "Withdrawn",
  empty: "The outbox is empty",
  emptyText: "Release the plan of the day, and its letters appear here.",
  noneFound: "No message in this state",
  testMode: "Test mode: messages are written to a folder and never reach a customer.",
};
