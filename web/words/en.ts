/** All English words of the application, in the shape of the Chinese. */
import type { Problem, Reason } from "../../src/contract/scalars.ts";
import { account } from "./en/account.ts";
import { ageing } from "./en/ageing.ts";
import { agreed, agreedFacts } from "./en/agreed.ts";
import { agreementEvents } from "./en/agreement-events.ts";
import { agreementReasons } from "./en/agreement-reasons.ts";
import { appropriation } from "./en/appropriation.ts";
import { approvals } from "./en/approvals.ts";
import { bankLines } from "./en/bank-lines.ts";
import { because, entries, skipReasons, triggerWords } from "./en/because.ts";
import { bills } from "./en/bills.ts";
import { caseEvents } from "./en/case-events.ts";
import { cases } from "./en/cases.ts";
import { claims } from "./en/claims.ts";
import { contactDesk } from "./en/contact-desk.ts";
import { contacts, contracts, customer, customers } from "./en/customer.ts";
import { deskEvents } from "./en/desk-events.ts";
import {
  approvalKinds,
  approvalStates,
  debtorLevels,
  taskKinds,
  taskStates,
} from "./en/desk-names.ts";
import { deskReasons } from "./en/desk-reasons.ts";
import { departments, disputes } from "./en/disputes.ts";
import { frame, keys, signIn } from "./en/frame.ts";
import { imports } from "./en/import.ts";
import { match } from "./en/match.ts";
import { matchReasons, matchUnknown } from "./en/match-reasons.ts";
import { meeting } from "./en/meeting.ts";
import { moneyTab } from "./en/money-tab.ts";
import { outbox } from "./en/outbox.ts";
import { people } from "./en/people.ts";
import { plan } from "./en/plan.ts";
import { policy } from "./en/policy.ts";
import { promiseDesk } from "./en/promises.ts";
import { receipts } from "./en/receipts.ts";
import { refusals, refused } from "./en/refusals.ts";
import { settings } from "./en/settings.ts";
import { start } from "./en/start.ts";
import { tasks } from "./en/tasks.ts";
import { team } from "./en/team.ts";
import { terms } from "./en/terms.ts";
import { acts, today } from "./en/today.ts";
import { work } from "./en/work.ts";
import { pointNames, workReasons } from "./en/work-reasons.ts";
import { sentenceOf } from "./facts.ts";
import type { Words } from "./zh.ts";

export const en: Words = {
  frame,
  signIn,
  account,
  keys,
  terms,
  because,
  skipReasons,
  entries,
  triggerWords,
  today,
  acts,
  work,
  cases,
  caseEvents,
  departments,
  disputes,
  pointNames,
  customers,
  customer,
  contacts,
  contactDesk,
  contracts,
  ageing,
  agreed,
  appropriation,
  plan,
  outbox,
  imports,
  bankLines,
  match,
  receipts,
  claims,
  bills,
  moneyTab,
  policy,
  promiseDesk,
  settings,
  team,
  people,
  agreementEvents,
  deskEvents,
  deskNames: { approvalKinds, approvalStates, taskKinds, taskStates, debtorLevels },
  approvals,
  tasks,
  meeting,
  start,
  refusal: (problem: Problem): string => sentenceOf(refusals, problem) ?? refused(problem.code),
  /** Risks, costs and what follows in law; a code without words is shown as it is. */
  agreedFact: (reason: Reason): string =>
    sentenceOf(agreedFacts, reason) ?? matchUnknown(reason.code),
  matchReason: (reason: Reason): string =>
    sentenceOf(matchReasons, reason) ?? matchUnknown(reason.code),
  /** Null: a reason of the plan, or one without words. */
  workReason: (reason) =>
    sentenceOf(workReasons, reason) ??
    sentenceOf(deskReasons, reason) ??
    sentenceOf(agreementReasons, reason),
};
