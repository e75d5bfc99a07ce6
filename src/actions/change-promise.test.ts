/** A promise is changed in one act with both kept; it is given by a recorded person. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { type Owed, owedBook } from "../../test/kit/hand-receipts.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { ContactId, PromiseId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import type { Database } from "../store/database.ts";
import { rows, run, sql } from "../store/sql.ts";
import { changePromise } from "./change-promise.ts";
import { accepted, perform } from "./perform.ts";
import { takePromise } from "./take-promise.ts";
import { withdrawPromise } from "./withdraw-promise.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const offer = (owed: Owed, amount = "1000.00", payOn = "2026-03-16") => ({
  ...{ customer: owed.customer, payOn: plainDate(payOn), takenFrom: "李会计" },
  items: [{ item: owed.item("F1"), amount: moneyOf(amount, "CNY") }],
});

const take = async (owed: Owed) =>
  accepted(await perform(owed.on("2026-03-09"), takePromise, offer(owed))).id;

const states = ({ book }: Owed) =>
  database.reading((tx) =>
    rows<{ state: string }>(
      tx,
      sql`select state from promise where creditor_id = ${book.creditor}`,
    ),
  );

describe("a promise is changed", () => {
  test("in one act: the old one is withdrawn, the new one says whose place it took", async () => {
    const owed = await owedBook(database);
    const id = await take(owed);
    const { customer: _, ...anew } = offer(owed, "1000.00", "2026-03-25");
    const desk = owed.on("2026-03-11");
    const changed = accepted(
      await perform(desk, changePromise, { ...anew, id, reason: "财务出差，改到下周三" }),
    );
    const found = await database.reading((tx) =>
      rows<{ id: string; state: string; replaces: string | null; why: string | null }>(
        tx,
        sql`select id, state, replaces_id as replaces, end_reason as why from promise
            where creditor_id = ${owed.book.creditor} order by taken_on, id`,
      ),
    );
    expect(found).toEqual([
      { id, state: "withdrawn", replaces: null, why: "财务出差，改到下周三" },
      { id: changed.id, state: "open", replaces: id, why: null },
    ]);
    const again = await perform(desk, changePromise, { ...anew, id, reason: "再改" });
    expect(again).toMatchObject({ refusal: { code: "promise_has_ended", state: "withdrawn" } });
  });

  test("refused as a whole: the old one stands", async () => {
    const owed = await owedBook(database);
    const id = await take(owed);
    const { customer: _, ...far } = offer(owed, "1000.00", "2026-05-25");
    const desk = owed.on("2026-03-11");
    expect(await perform(desk, changePromise, { ...far, id, reason: "再等等" })).toMatchObject({
      refusal: { code: "promise_too_far_ahead" },
    });
    expect(await perform(desk, changePromise, { ...far, id, reason: " " })).toMatchObject({
      refusal: { code: "reason_missing" },
    });
    expect(await perform(desk, withdrawPromise, { id, reason: "" })).toMatchObject({
      refusal: { code: "reason_missing" },
    });
    const nobody = { ...far, id: newId<PromiseId>(), reason: "没有这一个" };
    expect(await perform(desk, changePromise, nobody)).toMatchObject({
      refusal: { code: "promise_not_found" },
    });
    expect(await states(owed)).toEqual([{ state: "open" }]);
  });
});

describe("who promised", () => {
  const withContact = async (owed: Owed, customer: string) => {
    const contact = newId<ContactId>();
    await run(
      database.db,
      sql`insert into contact (creditor_id, id, customer_id, name, role)
          values (${owed.book.creditor}, ${contact}, ${customer}, '王总', 'management')`,
    );
    return { ...offer(owed), contact, channel: "visit", note: "当面答应" } as const;
  };

  test("is a recorded contact of this customer", async () => {
    const owed = await owedBook(database);
    const mine = await withContact(owed, owed.customer);
    const { id } = accepted(await perform(owed.on("2026-03-09"), takePromise, mine));
    const [found] = await database.reading((tx) =>
      rows<{ by: string; channel: string; note: string }>(
        tx,
        sql`select taken_by as by, channel, note from promise
            where creditor_id = ${owed.book.creditor} and id = ${id}`,
      ),
    );
    expect(found).toEqual({ by: "operator", channel: "visit", note: "当面答应" });
  });

  test("is nobody of another customer", async () => {
    const owed = await owedBook(database);
    const theirs = await withContact(owed, owed.other);
    expect(await perform(owed.on("2026-03-09"), takePromise, theirs)).toMatchObject({
      refusal: { code: "contact_not_found" },
    });
  });
});
