/** English words of promises to pay and holds. */
import type { promiseDesk as chinese } from "../zh/promises.ts";

const percent = (perMille: number): string => `${perMille / 10}%`;

export const promiseDesk: typeof chinese = {
  channel: "How it was promised",
  channels: {
    call: "Call",
    visit: "Visit",
    mail: "Mail",
    message: "Message",
    meeting: "Meeting",
    portal: "Customer portal",
  },
  someoneElse: "Somebody else (write the name)",
  whoElse: "Name of who promised",
  note: "Note",
  nothingFree: "All that is open is disputed, in a plan or promised already",
  overrule: "Why it is taken all the same",
  overruleHint: "More promises were broken than the policy allows. A senior may take one more",
  came: (amount) => `${amount} came`,
  level: (count) => `${count} not kept`,
  overruled: (reason) => `Taken by exception: ${reason}`,
  renegotiated: "Renegotiated",
  replaced: "Replaced by a new promise",
  endReasons: {
    nothing_left_to_pay: "Nothing is left to pay on its documents",
    asked_for_elsewhere: "Its part is disputed or in a plan by now",
    money_taken_back: "The money that had come was returned or taken back",
  },
  reliable: (perMille, kept, judged) =>
    `${percent(perMille)} kept in twelve months (${kept} of ${judged})`,
  tooFew: (judged) =>
    judged === 0
      ? "No promise was judged in twelve months"
      : `Only ${judged} judged in twelve months: no rate`,
  byAmount: (currency, perMille) => `by amount ${currency} ${percent(perMille)}`,
  ofGroup: (group) => `group ${group}`,
};
