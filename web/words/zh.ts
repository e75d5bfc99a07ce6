/** All Chinese words of the application; English has the same shape, or it doesn't compile. */
import type { Problem, Reason } from "../../src/contract/scalars.ts";
import { sentenceOf } from "./facts.ts";
import { account } from "./zh/account.ts";
import { ageing } from "./zh/ageing.ts";
import { agreed, agreedFacts } from "./zh/agreed.ts";
import { agreementEvents } from "./zh/agreement-events.ts";
import { agreementReasons } from "./zh/agreement-reasons.ts";
import { appropriation } from "./zh/appropriation.ts";
import { approvals } from "./zh/approvals.ts";
import { bankLines } from "./zh/bank-lines.ts";
import { because, entries, skipReasons, triggerWords } from "./zh/because.ts";
import { bills } from "./zh/bills.ts";
import { caseEvents } from "./zh/case-events.ts";
import { cases } from "./zh/cases.ts";
import { claims } from "./zh/claims.ts";
import { contactDesk } from "./zh/contact-desk.ts";
import { contacts, contracts, customer, customers } from "./zh/customer.ts";
import { deskEvents } from "./zh/desk-events.ts";
import {
  approvalKinds,
  approvalStates,
  debtorLevels,
  taskKinds,
  taskStates,
} from "./zh/desk-names.ts";
import { deskReasons } from "./zh/desk-reasons.ts";
import { departments, disputes } from "./zh/disputes.ts";
import { frame, keys, signIn } from "./zh/frame.ts";
import { imports } from "./zh/import.ts";
import { match } from "./zh/match.ts";
import { matchReasons, matchUnknown } from "./zh/match-reasons.ts";
import { meeting } from "./zh/meeting.ts";
import { moneyTab } from "./zh/money-tab.ts";
import { outbox } from "./zh/outbox.ts";
import { people } from "./zh/people.ts";
import { plan } from "./zh/plan.ts";
import { policy } from "./zh/policy.ts";
import { promiseDesk } from "./zh/promises.ts";
import { receipts } from "./zh/receipts.ts";
import { refusals, refused } from "./zh/refusals.ts";
import { settings } from "./zh/settings.ts";
import { start } from "./zh/start.ts";
import { tasks } from "./zh/tasks.ts";
import { team } from "./zh/team.ts";
import { terms } from "./zh/terms.ts";
import { acts, today } from "./zh/today.ts";
import { work } from "./zh/work.ts";
import { pointNames, workReasons } from "./zh/work-reasons.ts";

export const zh = {
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
  workReason: (reason: Reason): string | null =>
    sentenceOf(workReasons, reason) ??
    sentenceOf(deskReasons, reason) ??
    sentenceOf(agreementReasons, reason),
};

export type Words = typeof zh;
