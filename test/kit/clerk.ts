/** A customer with a clerk who has a telephone, and desks at an hour of a working Tuesday. */
import type { Actor } from "../../src/actions/action.ts";
import type { LogContact } from "../../src/actions/log-contact.ts";
import { accepted, type Desk, perform } from "../../src/actions/perform.ts";
import { type SaveContact, saveContact } from "../../src/actions/save-contact.ts";
import type { CustomerId } from "../../src/domain/values/ids.ts";
import type { Database } from "../../src/store/database.ts";
import { insertBook } from "./book.ts";
import { operator, stillClock, testDesk } from "./desk.ts";

export const collector: Actor = { ...operator, name: "小李", decidesAs: ["collector"] };
export const senior: Actor = { ...operator, name: "老王", decidesAs: ["senior_collector"] };

const { random } = stillClock();

/** Desks stand at `HH:MM` of 2026-03-31 in Shanghai. Another customer has no people. */
export async function withClerk(database: Database) {
  const book = await insertBook(database.db, { customers: 2, items: [], allocations: [] });
  const customer = book.customers[0] as CustomerId;
  const at = (time: string, actor: Actor = collector): Desk => {
    const now = new Date(`2026-03-31T${time}:00+08:00`).toISOString();
    return testDesk(database, book.creditor, { actor, clock: { ...stillClock(now), random } });
  };
  const person: SaveContact = {
    id: null,
    customer,
    name: "李会计",
    role: "clerk",
    email: null,
    phone: "0512-66668888",
    language: null,
    source: "合同",
    basis: "contract",
    optedOut: false,
  };
  const { id: contact } = accepted(await perform(at("10:00"), saveContact, person));
  return { book, customer, contact, at, person };
}
export type ClerkWorld = Awaited<ReturnType<typeof withClerk>>;

/** A call with the clerk, who says that they pay next week. */
export const callEntry = (
  { customer, contact }: ClerkWorld,
  rest: Partial<LogContact> = {},
): LogContact => ({
  customer,
  step: null,
  contact,
  channel: "call",
  outcome: "reached",
  said: "下周付",
  overdueReason: null,
  followUpOn: null,
  ...rest,
});
