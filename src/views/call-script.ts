/** What to say to a customer at a stage: the policy's script with the customer's own figures. */
import { stageOf } from "../domain/desk/case.ts";
import type { Stage, Words } from "../domain/strategy/policy.ts";
import { fillScript, type ScriptFigures } from "../domain/strategy/script.ts";
import { daysBetween, type PlainDate } from "../domain/values/calendar.ts";
import type { ContactId, CustomerId } from "../domain/values/ids.ts";
import { groupedAmount, isPositive, money, totalsByCurrency } from "../domain/values/money.ts";
import { findCustomerDetail, listContactDetails } from "../store/customer-details.ts";
import { type ItemDetail, listItemDetails } from "../store/customer-items.ts";
import { findPolicyInForce } from "../store/policy-in-force.ts";
import type { Sight } from "./look.ts";

const MOST_ITEMS = 20_000;

type Asked = { readonly stage?: Stage | undefined; readonly contact?: ContactId | undefined };

/** Null when there is no such customer; without a stage the one that the oldest claim is at. */
export async function viewCallScript(sight: Sight, customer: CustomerId, asked: Asked) {
  const { tx, creditor, today } = sight;
  const record = await findCustomerDetail(tx, creditor.id, customer);
  if (record === null) return null;
  const items = await listItemDetails(tx, creditor.id, customer, {
    settled: false,
    limit: MOST_ITEMS,
  });
  const late = items.filter(({ open, dueOn }) => open > 0n && dueOn !== null && dueOn < today);
  const first = late.map(({ dueOn }) => dueOn).sort()[0] ?? null;
  const days = first === null ? 0 : daysBetween(first, today);
  const stage = asked.stage ?? (days <= 0 ? "pre_due" : stageOf(days, []));
  const scripts = (await findPolicyInForce(tx, creditor.id))?.policy.scripts ?? {};
  const script = scripts[stage] ?? null;
  if (script === null) return { stage, script };
  const people = await listContactDetails(tx, creditor.id, customer);
  const contact = people.find(({ id }) => id === asked.contact)?.name ?? null;
  const shown = late.length > 0 ? late : dueSoon(items);
  const names: Names = {
    creditor: { zh: creditor.name, en: creditor.nameEn ?? creditor.name },
    customer: { zh: record.name, en: record.nameEn ?? record.name },
    contact,
    me: spokenName(sight.viewer),
  };
  return { stage, script: fillScript(script, figuresOf(names, shown, today)) };
}

const dueSoon = (items: readonly ItemDetail[]) =>
  items.filter(({ open, dueOn }) => open > 0n && dueOn !== null);

/** A name without what stands in brackets behind it: nobody says their department. */
const spokenName = (name: string): string => name.replace(/\s*[（(].*$/u, "");

type Names = {
  readonly creditor: Words;
  readonly customer: Words;
  readonly contact: string | null;
  readonly me: string;
};

const same = (text: string): Words => ({ zh: text, en: text });

function figuresOf(
  { creditor, customer, contact, me }: Names,
  items: readonly ItemDetail[],
  today: PlainDate,
): ScriptFigures {
  const sums = totalsByCurrency(items.map(({ open, currency }) => money(open, currency)));
  const asked = sums.filter(isPositive).map((sum) => `${sum.currency} ${groupedAmount(sum)}`);
  const first = items.flatMap(({ dueOn }) => dueOn ?? []).sort()[0];
  const days = first === undefined ? 0 : Math.max(daysBetween(first, today), 0);
  return {
    creditor,
    customer,
    contact: contact === null ? { zh: "财务老师", en: "Sir or Madam" } : same(contact),
    me: same(me),
    overdue: { zh: asked.join("、"), en: asked.join(", ") },
    invoices: same(`${items.length}`),
    oldest_days: same(`${days}`),
    oldest_due: same(first ?? today),
  };
}
