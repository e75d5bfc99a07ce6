/** Complaints on a real book: logged with a day, answered by somebody else, counted. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { owedBook } from "../../test/kit/hand-receipts.ts";
import type { ComplaintOffer } from "../domain/desk/complaint.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { complaintSheet, listComplaintRows } from "../reports/complaints.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { viewComplaint, viewComplaints } from "../views/complaints.ts";
import { viewDisputeEvents } from "../views/dispute-events.ts";
import { look } from "../views/look.ts";
import { answerComplaint } from "./answer-complaint.ts";
import { assignComplaint } from "./assign-complaint.ts";
import { logComplaint } from "./log-complaint.ts";
import { accepted, perform } from "./perform.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

async function complained() {
  const owed = await owedBook(database);
  const desk = owed.on("2026-03-09");
  const logged = await perform(desk, logComplaint, {
    ...{ customer: owed.customer, kind: "frequency", channel: "call", said: "一天打了五次电话" },
    ...{ contact: null, complainant: "赵总", about: null, aboutName: "王催收", contactLog: null },
    ...{ receivedOn: plainDate("2026-03-09"), owner: null },
  });
  return { owed, desk, id: accepted(logged).id };
}

test("logged, it waits with the credit manager for five working days and shows when it is late", async () => {
  const { owed, desk, id } = await complained();
  const tasks = await database.reading((tx) =>
    rows(
      tx,
      sql`select kind, role, due_on as due, state from desk_task
          where creditor_id = ${desk.creditorId} and subject_id = ${id}`,
    ),
  );
  expect(tasks).toEqual([
    { kind: "complaint", role: "credit_manager", due: "2026-03-16", state: "open" },
  ]);
  const listed = (today: string) =>
    look(owed.on(today), (sight) => viewComplaints(sight, { state: "open", late: true, size: 10 }));
  expect((await listed("2026-03-16")).rows).toEqual([]);
  expect(await listed("2026-03-17")).toMatchObject({
    rows: [{ id, late: true, aboutName: "王催收" }],
    counts: { open: 1, closed: 0, late: 1 },
  });
});

test("the person complained about can't answer; somebody else does, and the task ends", async () => {
  const { owed, id } = await complained();
  const given = { id, outcome: "founded", answer: "已致歉", measures: "换人跟进" } as const;
  const self = owed.on("2026-03-10", "王催收");
  expect(await perform(self, answerComplaint, given)).toMatchObject({
    refusal: { code: "complaint_about_yourself" },
  });
  const seen = await look(self, (sight) => viewComplaint(sight, id));
  expect(seen?.can.answer).toEqual({ code: "complaint_about_yourself" });
  const manager = owed.on("2026-03-10", "李主管");
  accepted(await perform(manager, answerComplaint, given));
  expect(await perform(manager, answerComplaint, given)).toMatchObject({
    refusal: { code: "complaint_is_closed" },
  });
  const open = await database.reading((tx) =>
    rows(
      tx,
      sql`select id from desk_task where creditor_id = ${manager.creditorId} and state = 'open'`,
    ),
  );
  expect(open).toEqual([]);
  const events = await look(manager, (sight) => viewDisputeEvents(sight, owed.customer, 50));
  expect(events.map(({ kind, by }) => [kind, by])).toEqual([
    ["complaint_logged", "operator"],
    ["complaint_closed", "李主管"],
  ]);
  const sheet = await database.reading(async (tx) => {
    const asked = { state: "all", dueBefore: null, kind: null, customer: null } as const;
    const found = await listComplaintRows(tx, manager.creditorId, asked);
    return complaintSheet(found, plainDate("2026-03-10"), "zh");
  });
  expect(sheet.rows).toHaveLength(1);
  expect(sheet.rows[0]).toEqual(expect.arrayContaining(["联系过于频繁", "王催收", "属实"]));
});

test("of another customer's contact, or for an owner without the right, it is refused", async () => {
  const { owed, desk, id } = await complained();
  const stranger = id as never;
  const offer: ComplaintOffer & { readonly customer: CustomerId } = {
    ...{ customer: owed.customer, kind: "tone", channel: "email", said: "语气不当" },
    ...{ contact: null, complainant: null, about: null, aboutName: null, contactLog: null },
    ...{ receivedOn: plainDate("2026-03-09"), owner: null },
  };
  expect(await perform(desk, logComplaint, { ...offer, contact: stranger })).toMatchObject({
    refusal: { code: "contact_not_found" },
  });
  expect(await perform(desk, logComplaint, { ...offer, owner: stranger })).toMatchObject({
    refusal: { code: "assignee_not_found" },
  });
  expect(await perform(desk, assignComplaint, { id, owner: stranger })).toMatchObject({
    refusal: { code: "assignee_not_found" },
  });
});
