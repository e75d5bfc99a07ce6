/** What only the demo company needs: past mail that counts as sent, and taking it all away. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { BankLineId, CreditorId, ReceiptId } from "../domain/values/ids.ts";
import { type Executor, rows, run, sql } from "./sql.ts";

/** Marks what a demo creditor queued before a day as sent an hour later; nothing is carried out. */
export const updateDemoSent = (
  executor: Executor,
  creditor: CreditorId,
  before: PlainDate,
): Promise<number> =>
  run(
    executor,
    sql`update message m
        set state = 'sent', attempts = 1, sent_at = m.queued_at + interval '1 hour'
        from creditor k
        where k.id = m.creditor_id and k.demo and m.creditor_id = ${creditor}
          and m.state = 'queued' and m.queued_at < ${before}::date`,
  );

/** Gives a demo creditor its code; gives the number of creditors that are a demo and were named. */
export const updateDemoCode = (
  executor: Executor,
  creditor: CreditorId,
  code: string,
): Promise<number> =>
  run(executor, sql`update creditor set code = ${code} where id = ${creditor} and demo`);

/** Takes a demo creditor away with all that is its own; the database refuses any other creditor. */
export async function removeDemo(executor: Executor, creditor: CreditorId): Promise<void> {
  await run(executor, sql`select remove_creditor(${creditor})`);
}

/** A bank line as the demo's cashier looks for it. */
export type DemoLine = {
  readonly id: BankLineId;
  readonly reference: string;
  readonly state: "open" | "booked" | "ignored";
  readonly receipt: ReceiptId | null;
};

export const listDemoLines = (
  executor: Executor,
  creditor: CreditorId,
  references: readonly string[],
): Promise<readonly DemoLine[]> =>
  rows(
    executor,
    sql<DemoLine>`select l.id, l.bank_reference as reference, l.state, r.id as receipt
        from bank_line l
        left join receipt r on r.creditor_id = l.creditor_id and r.bank_line_id = l.id
        where l.creditor_id = ${creditor} and l.bank_reference = any(${references}::text[])
        order by l.id`,
  );
