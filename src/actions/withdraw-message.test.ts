/** Withdrawing a message: nothing left the house, and the ladder knows it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBook, newId } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { testDesk } from "../../test/kit/desk.ts";
import { letterFacts } from "../../test/kit/letters.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { CustomerId, MessageId, PlanStepId } from "../domain/values/ids.ts";
import type { Database } from "../store/database.ts";
import { findMessage, insertMessages } from "../store/messages.ts";
import { one, run, sql } from "../store/sql.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { withdrawMessage } from "./withdraw-message.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A released line with its mark and its message, as `release-plan` leaves them. */
async function released(): Promise<{ desk: Desk; id: MessageId }> {
  const invoice = { number: "F1", customer: 0, currency: "CNY", amount: 500n };
  const days = { issuedOn: "2026-01-01", dueOn: "2026-03-31" };
  const items = [{ ...invoice, ...days }];
  const book = await insertBook(database.db, { customers: 1, items, allocations: [] });
  const { creditor, customers, items: booked } = book;
  const customer = customers[0] as CustomerId;
  const [step, id] = [newId<PlanStepId>(), newId<MessageId>()];
  await run(
    database.db,
    sql`insert into plan_step (creditor_id, id, day, customer_id, track, stage, step, channel,
          released_by, state, items, totals, because, changed_at)
        values (${creditor}, ${step}, '2026-04-01', ${customer}, 'demand', 'early', 'first',
          'email', 'itself', 'released', '[]', '[]', '[]', now())`,
  );
  await run(
    database.db,
    sql`insert into item_step (creditor_id, item_id, step, track, customer_id, plan_step_id,
          done_on)
        values (${creditor}, ${booked[0]}, 'first', 'demand', ${customer}, ${step}, '2026-04-01')`,
  );
  const facts = letterFacts();
  const { language, template, number } = facts;
  const queuedAt = "2026-04-01T01:00:00.000Z" as Instant;
  const to = { recipientName: null, recipientAddress: "wang@debtor.example" };
  await insertMessages(database.db, creditor, [
    {
      id,
      customer,
      planStep: step,
      channel: "email",
      number,
      ...to,
      language,
      template,
      facts,
      queuedAt,
    },
  ]);
  return { desk: testDesk(database, creditor), id };
}

const standing = ({ creditorId }: Desk) =>
  one<{ passedOver: boolean; wakeOn: string | null }>(
    database.db,
    sql`select s.passed_over as "passedOver", c.wake_on as "wakeOn"
        from item_step s join customer c on c.creditor_id = s.creditor_id and c.id = s.customer_id
        where s.creditor_id = ${creditorId}`,
  );

test("its items count as passed over, and the customer is looked at again", async () => {
  const { desk, id } = await released();
  const done = await perform(desk, withdrawMessage, { id, reason: "paid this morning" });
  expect(accepted(done)).toEqual({ id, state: "withdrawn" });
  expect(await standing(desk)).toEqual({ passedOver: true, wakeOn: "-infinity" });
});

test("refused without a reason, when it is on its way, or when there is none", async () => {
  const { desk, id } = await released();
  const codeOf = async (message: MessageId, reason: string) => {
    const judged = await perform(desk, withdrawMessage, { id: message, reason });
    return judged.ok ? "" : judged.refusal.code;
  };
  expect(await codeOf(id, " ")).toBe("reason_missing");
  expect(await codeOf(newId<MessageId>(), "why")).toBe("message_not_found");
  await run(
    database.db,
    sql`update message set state = 'sending' where creditor_id = ${desk.creditorId}`,
  );
  expect(await codeOf(id, "why")).toBe("message_in_other_state");
  expect(await standing(desk)).toMatchObject({ passedOver: false });
  expect(await findMessage(database.db, desk.creditorId, id)).toMatchObject({ state: "sending" });
});
