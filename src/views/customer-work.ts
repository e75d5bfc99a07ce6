/** The right pane of Today: one customer's work, and all that one needs beside it. */
import { CASE_STAGES } from "../domain/desk/case.ts";
import type { Permission } from "../domain/desk/permission.ts";
import { NO_POINTS } from "../domain/desk/worklist.ts";
import { findStep, type Policy, type Stage } from "../domain/strategy/policy.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { isPositive, money, totalsByCurrency } from "../domain/values/money.ts";
import { listGroupHeads } from "../store/case-groups.ts";
import { listCustomerHeads, listOpenCases } from "../store/case-rows.ts";
import { listContactDetails } from "../store/customer-details.ts";
import { listItemDetails } from "../store/customer-items.ts";
import { listCustomerSums } from "../store/customer-rows.ts";
import {
  type AgreementBriefRow,
  type LastContactRow,
  listAgreementBriefs,
  listLastContacts,
} from "../store/work-details.ts";
import { caseVerbs, headOf, shownCase } from "./collection-case.ts";
import { complaintWarnings } from "./complaints.ts";
import { shownContact } from "./contacts.ts";
import { ageingBars, balancesOf, itemShower } from "./customer-items.ts";
import { type CustomerStanding, loadStanding } from "./customer-standing.ts";
import { isInForce } from "./hold-brief.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { loadPolicy, stepNames } from "./policy-in-force.ts";
import { grouped } from "./today.ts";
import { type Item, loadWorkItems } from "./work-items.ts";

/** More documents than anybody looks at beside a telephone. */
const MOST_ITEMS = 20_000;
const LAST_CONTACTS = 3;

/** Null when there is no such customer within reach. */
export async function viewCustomerWork(sight: Sight, id: CustomerId) {
  const { tx, creditor, today } = sight;
  const [head] = await listCustomerHeads(tx, creditor.id, [id]);
  if (head === undefined) return null;
  const [line = null] = await listOpenCases(tx, creditor.id, [id]);
  const standing = await loadStanding(sight, id);
  const found = await listItemDetails(tx, creditor.id, id, { settled: false, limit: MOST_ITEMS });
  const items = found.map(itemShower(standing, [], today));
  const contacts = await listLastContacts(tx, creditor.id, [id], LAST_CONTACTS);
  const inForce = await loadPolicy(tx, creditor.id);
  const cases = new Map(line === null ? [] : [[id, line]]);
  const names = stepNames(inForce);
  const workOf = await loadWorkItems(sight, names, [id], { cases, contacts: grouped(contacts) });
  const work = workOf(id);
  const shown = line === null ? null : shownCase(line, today);
  const people = await listContactDetails(tx, creditor.id, id);
  const agreements = await listAgreementBriefs(tx, creditor.id, id);
  const owes = items.some(({ days, open }) => days !== null && isPositive(open));
  return {
    customer: headOf(head),
    owner: head.owner,
    asOf: today,
    case: shown,
    priority: shown?.priority ?? NO_POINTS,
    balances: balancesOf(items),
    ageing: ageingBars(found, today),
    work,
    lastContacts: contacts.map(shownLast),
    ...agreedOf(standing),
    agreements: agreements.map(shownAgreement),
    contacts: people.map(shownContact).map((person) => ({ ...person, mayContact: person.may })),
    stage: stageOfWork(work, shown?.stage ?? null),
    script: scriptOf(work, inForce?.policy ?? null),
    group: head.group === null ? null : await groupOf(sight, head.group),
    warnings: [...warningsOf(sight, standing), ...(await complaintWarnings(sight, id))],
    can: { ...caseVerbs(sight, line), ...verbsOf(sight, owes) },
  };
}

const shownLast = ({ at, channel, outcome, contact, said, by }: LastContactRow) => ({
  at,
  channel,
  outcome,
  contact,
  said,
  by,
});

function shownAgreement({ nextOn, nextAmount, currency, amount, ...row }: AgreementBriefRow) {
  const next =
    nextOn === null || nextAmount === null
      ? null
      : { on: nextOn, amount: money(nextAmount, currency) };
  return { ...row, amount: money(amount, currency), next };
}

/** Promises that wait or were not kept, and what is disputed. */
function agreedOf({ promises, disputes }: CustomerStanding) {
  return {
    promises: promises.lines
      .filter(({ state }) => ["open", "broken", "partially_kept"].includes(state))
      .slice(0, 5)
      .map(({ id, amount, currency, payOn, judgeOn, state, judgedOn }) => ({
        id,
        amount: money(amount, currency),
        payOn,
        judgeOn,
        state,
        judgedOn,
      })),
    disputes: disputes
      .filter(({ closedOn, amount }) => closedOn === null && amount > 0n)
      .map(({ id, item, itemNumber, amount, currency, reason, openedOn }) => ({
        id,
        item: { id: item, number: itemNumber },
        amount: money(amount, currency),
        reason,
        openedOn,
      })),
  };
}

/** The stage of the task that is done first; without one that of the case, or before due. */
function stageOfWork(work: readonly Item[], stage: (typeof CASE_STAGES)[number] | null): Stage {
  const first = work.find(({ step }) => step !== null)?.step?.stage ?? null;
  if (stage === null) return first ?? "pre_due";
  const place = (of: Stage | null) => CASE_STAGES.indexOf(of as (typeof CASE_STAGES)[number]);
  return place(first) > place(stage) ? (first ?? stage) : stage;
}

/** What the first waiting task asks. */
function scriptOf(work: readonly Item[], policy: Policy | null) {
  for (const { kind, step } of work) {
    const known = policy === null || step === null ? undefined : findStep(policy, step.step);
    if (kind !== "task" || step === null || known === undefined) continue;
    return { id: step.id, step: known.key, name: known.name, asks: known.asks };
  }
  return null;
}

async function groupOf(
  { tx, creditor, today }: Sight,
  group: NonNullable<Awaited<ReturnType<typeof listCustomerHeads>>[number]["group"]>,
) {
  const heads = await listGroupHeads(tx, creditor.id, group.id);
  const ids = heads.map(({ customer }) => customer);
  const sums = await listCustomerSums(tx, creditor.id, ids, today);
  const overdue = totalsByCurrency(sums.map((sum) => money(sum.overdue, sum.currency)));
  return { ...group, companies: heads.length, overdue: overdue.filter(isPositive) };
}

/** What one must know before speaking: chasing rests, and why. */
function warningsOf({ today }: Sight, { holds }: CustomerStanding) {
  return holds
    .filter((hold) => isInForce(hold, today))
    .map(({ kind, reason, until, itemNumber: item }) => ({
      code: "held",
      kind,
      reason,
      until,
      item,
    }));
}

const NOTHING_OPEN = { code: "nothing_open" } as const;

function verbsOf(sight: Sight, owes: boolean) {
  const whereOwed = (permission: Permission) =>
    both(sight.may(permission), owes ? true : NOTHING_OPEN);
  return {
    logContact: sight.may("contact:log"),
    takePromise: whereOwed("promise:take"),
    raiseDispute: whereOwed("dispute:raise"),
    placeHold: sight.may("hold:place"),
    proposePlan: whereOwed("agreement:propose"),
    escalate: sight.may("escalation:raise"),
  };
}
