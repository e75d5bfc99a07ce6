/** The letter desk: what composing the letters of some lines needs, and how one is frozen. */
import {
  freezeLetter,
  type LetterCreditor,
  type LetterCustomer,
  type LetterSource,
  type LetterTemplate,
  payByDay,
} from "../domain/book/letter.ts";
import { findStep, type Policy, parsePolicy } from "../domain/strategy/policy.ts";
import { chooseRecipient } from "../domain/strategy/recipient.ts";
import type { PlainDate, WorkCalendar } from "../domain/values/calendar.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { type Money, money, moneyOf } from "../domain/values/money.ts";
import { assert } from "../domain/values/result.ts";
import { loadCalendar } from "../store/calendars.ts";
import type { Creditor } from "../store/creditors.ts";
import {
  type LetterContactRow,
  type LetterCustomerRow,
  type LetterItemRow,
  listLetterContacts,
  listLetterItems,
  listUnapplied,
  type UnappliedRow,
} from "../store/letters.ts";
import type { NewMessage } from "../store/messages.ts";
import type { PlanStep } from "../store/plans.ts";
import { findPolicy } from "../store/policies.ts";
import type { Context } from "./action.ts";

/** What the letters of one release share. */
export type LetterDesk = {
  readonly creditor: Creditor;
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly customers: ReadonlyMap<CustomerId, LetterCustomerRow>;
  readonly contacts: readonly LetterContactRow[];
  readonly items: ReadonlyMap<ItemId, LetterItemRow>;
  readonly unapplied: readonly UnappliedRow[];
};

/** "20260401-00012": the day and the creditor's own running number. */
export const letterNumber = (day: PlainDate, count: bigint): string =>
  `${day.replaceAll("-", "")}-${count.toString().padStart(5, "0")}`;

/** What a letter is composed from: a line of the plan, or an answer to the customer. */
export type LetterLine = {
  readonly customer: CustomerId;
  readonly step: string;
  readonly day: PlainDate;
  readonly channel: string;
  readonly template: string | null;
  readonly items: readonly { readonly id: string; readonly days: number; readonly chased: Money }[];
  /** Only of a payment that came back. */
  readonly returned?: NonNullable<LetterSource["returned"]>;
};

/** A line of the plan with its amounts read back. */
export const letterLine = (step: PlanStep): LetterLine => ({
  ...step,
  items: step.items.map(({ id, days, chased, currency }) => ({
    id,
    days,
    chased: moneyOf(chased, currency),
  })),
});

/** Everything that composing these lines' letters needs, in four queries. */
export async function loadLetterDesk(
  { tx, creditorId }: Pick<Context, "tx" | "creditorId">,
  creditor: Creditor,
  customers: readonly LetterCustomerRow[],
  lines: readonly LetterLine[],
): Promise<LetterDesk> {
  const ids = customers.map(({ id }) => id);
  const stored = await findPolicy(tx, creditorId);
  const policy = parsePolicy(stored?.body);
  assert(policy.ok, "a plan is made under a policy that can be followed");
  const listed = lines.flatMap((line) => line.items.map(({ id }) => id as ItemId));
  const items = await listLetterItems(tx, creditorId, listed);
  return {
    creditor,
    policy: policy.value,
    calendar: await loadCalendar(tx, creditor.country),
    customers: new Map(customers.map((customer) => [customer.id, customer])),
    contacts: await listLetterContacts(tx, creditorId, ids),
    items: new Map(items.map((item) => [item.id, item])),
    unapplied: await listUnapplied(tx, creditorId, ids),
  };
}

export type ComposedLetter = Pick<
  NewMessage,
  "number" | "channel" | "recipientName" | "recipientAddress" | "language" | "template" | "facts"
>;

/** The letter of one line, frozen, and who it goes to; nobody with an address: it is printed. */
export function composeFacts(desk: LetterDesk, line: LetterLine, number: string): ComposedLetter {
  const customer = desk.customers.get(line.customer);
  assert(customer !== undefined && line.template !== null, "a message has a customer and template");
  const contacts = desk.contacts.filter((contact) => contact.customer === line.customer);
  const roles = findStep(desk.policy, line.step)?.recipients ?? [];
  const level = customer.debtorLevel;
  const recipient = line.channel === "email" ? chooseRecipient(contacts, roles, level) : null;
  const spoken = contacts.find(({ id }) => id === recipient?.id)?.language;
  const template = line.template as LetterTemplate;
  const { creditor } = desk;
  const facts = freezeLetter({
    template,
    language: spoken ?? customer.language,
    number,
    writtenOn: line.day,
    payBy: payByDay(template, line.day, desk.calendar),
    testMode: creditor.testMode,
    creditor: letterCreditor(creditor),
    customer: letterCustomer(customer),
    recipientName: recipient?.name ?? null,
    sender: { name: null, phone: creditor.phone, email: creditor.email },
    items: line.items.map((item) => letterItem(desk, item)),
    unapplied: desk.unapplied
      .filter((row) => row.customer === line.customer)
      .map((row) => money(row.unapplied, row.currency)),
    ...(line.returned === undefined ? {} : { returned: line.returned }),
  });
  return {
    number,
    channel: recipient === null ? "letter" : line.channel,
    recipientName: recipient?.name ?? null,
    recipientAddress: recipient?.email ?? customer.address ?? "",
    language: facts.language,
    template,
    facts,
  };
}

function letterItem(desk: LetterDesk, { id, days, chased }: LetterLine["items"][number]) {
  const item = desk.items.get(id as ItemId);
  assert(item !== undefined, "a listed item is in the book");
  const { number, reference, issuedOn, dueOn, currency } = item;
  const amount = money(item.amount, currency);
  return {
    number,
    reference,
    issuedOn,
    dueOn,
    days,
    amount,
    open: money(item.open, currency),
    chased,
  };
}

export function letterCreditor(creditor: Creditor): LetterCreditor {
  const { name, nameEn, uscc, address, phone, email, bankName, bankAccount } = creditor;
  return { name, nameEn, uscc, address, phone, email, bankName, bankAccount };
}

export function letterCustomer({
  number,
  name,
  nameEn,
  uscc,
  address,
}: LetterCustomerRow): LetterCustomer {
  return { number, name, nameEn, uscc, address };
}
