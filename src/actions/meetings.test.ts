/** The meeting on a real database: figures tie to the book, the pack is frozen, decisions live. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBook, newId } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, stillClock, testDesk } from "../../test/kit/desk.ts";
import { STANDARD_BUCKETS } from "../domain/book/ageing.ts";
import type { MeetingOffer } from "../domain/desk/meeting.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { MeetingId, TaskId, UserId } from "../domain/values/ids.ts";
import { moneyOf, totalsByCurrency } from "../domain/values/money.ts";
import { ageReceivables } from "../reports/ageing.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { run, sql } from "../store/sql.ts";
import { look } from "../views/look.ts";
import { viewMeeting, viewMeetingPack, viewMeetings } from "../views/meetings.ts";
import { finishTask } from "./finish-task.ts";
import { holdMeeting } from "./hold-meeting.ts";
import { accepted, perform } from "./perform.ts";
import { printMeeting } from "./print-meeting.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const clock = stillClock();
const owing = (customer: number, amount: bigint, dueOn: string, currency = "CNY") => ({
  ...{ number: `F-${customer}-${dueOn}-${currency}`, customer, amount, dueOn, currency },
  issuedOn: "2026-01-10",
});

/** Twenty-three customers late in CNY, one also in USD; one not due yet. */
async function book() {
  const late = Array.from({ length: 23 }, (_, at) =>
    owing(at, 100_000n + BigInt(at), at < 3 ? "2026-03-28" : "2026-02-01"),
  );
  const items = [...late, owing(0, 5_000n, "2026-03-01", "USD"), owing(23, 900n, "2026-05-01")];
  const stored = await insertBook(database.db, { customers: 24, items, allocations: [] });
  const on = (today: string, reach: "all" | readonly UserId[] = "all") =>
    testDesk(database, stored.creditor, { today, clock, actor: { ...operator, reach } });
  return { ...stored, on };
}

const offer = (more: Partial<MeetingOffer> = {}): MeetingOffer => ({
  ...{ attendees: ["陈静", "吴财"], note: "逐户过了一遍", nextOn: plainDate("2026-04-15") },
  decisions: [
    {
      ...{ customer: null, title: "给前三户发律师函", note: null, assignee: null },
      ...{ role: "legal", dueOn: plainDate("2026-04-08") },
    },
  ],
  ...more,
});

test("the pack's figures are those of the ageing report, list and rest together", async () => {
  const { on, creditor } = await book();
  const { pack, can } = await look(on("2026-04-01"), viewMeetingPack);
  expect(can.hold).toBe(true);
  const asked = { creditors: [creditor], on: pack.day, by: "creditor" as const };
  const aged = await database.reading((tx) =>
    ageReceivables(tx, { ...asked, buckets: STANDARD_BUCKETS }),
  );
  for (const total of pack.totals) {
    const line = aged.totals.find(({ currency }) => currency === total.currency);
    const [notDue, ...past] = line?.amounts ?? [];
    expect(total.balance).toEqual({
      amount: moneyText(line?.total.minor ?? -1n),
      currency: total.currency,
    });
    const sum = past.reduce((minor, one) => minor + one.minor, 0n);
    expect(total.overdue.amount).toBe(moneyText(sum));
    expect(notDue).toBeDefined();
  }
  const listed = [...pack.top.rows.map(({ overdue }) => overdue), ...pack.top.rest];
  const together = totalsByCurrency(listed.map((one) => moneyOf(one.amount, one.currency)));
  expect(together.map(({ minor }) => moneyText(minor))).toEqual(
    pack.totals.map(({ overdue }) => overdue.amount),
  );
  expect(pack.top).toMatchObject({ count: 24 });
  expect(pack.top.rows).toHaveLength(20);
  expect(pack.fresh.rows.map(({ customer }) => customer.number)).toEqual(["K3", "K2", "K1"]);
});

const moneyText = (minor: bigint): string => {
  const digits = minor.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

test("held, it is frozen with who attended; its decisions are followed up in the next", async () => {
  const { on, customers } = await book();
  const first = on("2026-04-01");
  const { id } = accepted(await perform(first, holdMeeting, offer()));
  expect(await perform(first, holdMeeting, offer())).toMatchObject({
    refusal: { code: "meeting_held_already" },
  });
  await run(
    database.db,
    sql`insert into promise (creditor_id, id, customer_id, currency, amount, pay_on, judge_on,
          taken_on, state, judged_on)
        values (${first.creditorId}, ${newId()}, ${customers[4]}, 'CNY', 5000, '2026-04-03',
          '2026-04-06', '2026-03-28', 'broken', '2026-04-06')`,
  );
  const next = await look(on("2026-04-15"), viewMeetingPack);
  expect(next.pack).toMatchObject({
    since: "2026-04-01",
    brokenPromises: { count: 1, rows: [{ customer: { number: "K5" }, judgedOn: "2026-04-06" }] },
    decisions: { rows: [{ title: "给前三户发律师函", state: "open", role: "legal" }] },
  });
  const task = next.pack.decisions.rows[0]?.id as TaskId;
  accepted(await perform(on("2026-04-09"), finishTask, { id: task, outcome: "已发出三份" }));
  const seen = await look(on("2026-04-15"), (sight) => viewMeeting(sight, id));
  expect(seen).toMatchObject({
    ...{ heldOn: "2026-04-01", attendees: ["陈静", "吴财"], note: "逐户过了一遍" },
    decided: [{ state: "done", outcome: "已发出三份" }],
  });
  expect(seen?.pack.brokenPromises.count).toBe(0);
  expect((await look(on("2026-04-15"), viewMeetings)).rows).toMatchObject([
    { id, decisions: 1, open: 0 },
  ]);
});

test("a decision for a customer or a person that is not there keeps nothing", async () => {
  const { on } = await book();
  const decision = offer().decisions[0];
  const code = async (more: object) => {
    const decisions = [{ ...decision, ...more } as MeetingOffer["decisions"][number]];
    const done = await perform(on("2026-04-01"), holdMeeting, offer({ decisions }));
    return done.ok ? "ok" : done.refusal.code;
  };
  expect(await code({ customer: newId() })).toBe("customer_not_found");
  expect(await code({ assignee: newId() })).toBe("user_not_found");
  expect((await look(on("2026-04-01"), viewMeetings)).rows).toEqual([]);
});

test("as PDF it prints before and after it was held, in both languages", async () => {
  const { on } = await book();
  const desk = on("2026-04-01");
  const { id } = accepted(await perform(desk, holdMeeting, offer()));
  for (const language of ["zh", "en"] as const) {
    for (const meeting of [null, id]) {
      const printed = await printMeeting(desk, meeting, language);
      expect(printed).toMatchObject({ ok: true, value: { fileName: "meeting-2026-04-01.pdf" } });
    }
  }
  expect(await printMeeting(desk, newId<MeetingId>(), "zh")).toMatchObject({
    refusal: { code: "meeting_not_found" },
  });
});

test("who does not see the whole book sees no frozen pack, and only their own debts", async () => {
  const { on } = await book();
  const desk = on("2026-04-01");
  const { id } = accepted(await perform(desk, holdMeeting, offer()));
  const scoped = on("2026-04-01", [newId<UserId>()]);
  expect(await look(scoped, (sight) => viewMeeting(sight, id))).toBeNull();
  expect((await look(scoped, viewMeetingPack)).pack).toMatchObject({
    ...{ totals: [], top: { rows: [], count: 0 } },
  });
});
