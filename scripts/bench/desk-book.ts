/** The book of the desk bench: many customers with their documents, by a few statements. */
import pg from "pg";
import type { PlainDate } from "../../src/domain/values/calendar.ts";
import { type Connection, clientConfig } from "../../src/store/connection.ts";

/** Of a hundred customers so many are late; each has so many documents open and paid. */
const LATE_PERCENT = 40;
const OPEN_EACH = 3;
const PAID_EACH = 4;

/** An id whose last digits are a number: rows find each other without a join. */
const id = (kind: string, number: string): string =>
  `('01900000-0000-7000-8${kind}-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const CUSTOMER = "0aa";
const ITEM = "0bb";

/** Makes ledger rows without their checks, as its owner: they are balanced by construction. */
export async function fillBook(
  connection: Connection,
  creditor: string,
  customers: number,
  today: PlainDate,
): Promise<void> {
  const client = new pg.Client(clientConfig(connection));
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    for (const text of statements(creditor, customers, today)) await client.query(text);
    await client.query("set session_replication_role = origin");
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

function statements(creditor: string, customers: number, today: PlainDate): readonly string[] {
  const each = OPEN_EACH + PAID_EACH;
  const due = `date '${today}' - case
    when d.place <= ${PAID_EACH} then 40 + (d.number * 7 + d.place * 61) % 320
    when d.number % 100 < ${LATE_PERCENT} and d.place = ${PAID_EACH + 1}
      then 1 + (d.number * 13) % 400
    else -(2 + (d.number * 11 + d.place * 17) % 80) end`;
  const documents = `(select c.number, p.place, (c.number * ${each} + p.place) as item,
      (100000 + (c.number * 7919 + p.place * 104729) % 90000000)::bigint as amount
    from generate_series(1, ${customers}) as c (number),
      generate_series(1, ${each}) as p (place)) d`;
  return [
    `insert into customer (creditor_id, id, number, name, grade, wake_on, created_at)
     select '${creditor}', ${id(CUSTOMER, "n")}, 'K' || lpad(n::text, 7, '0'),
       '客户' || n || '贸易有限公司', substr('ABCDE', 1 + n % 5, 1), '-infinity', now()
     from generate_series(1, ${customers}) as n`,
    `insert into contact (creditor_id, id, customer_id, name, role, email, phone)
     select '${creditor}', ${id("0cc", "n * 2 + r.place")}, ${id(CUSTOMER, "n")},
       '联系人' || r.place, r.role, 'k' || n || '@k.example', '0755-2' || n
     from generate_series(1, ${customers}) as n,
       (values (0, 'clerk'), (1, 'finance_head')) as r (place, role)`,
    `insert into item (creditor_id, id, customer_id, kind, number, currency, amount, open_amount,
       issued_on, due_on)
     select '${creditor}', ${id(ITEM, "d.item")}, ${id(CUSTOMER, "d.number")}, 'invoice',
       'F' || lpad(d.item::text, 9, '0'), 'CNY', d.amount,
       case when d.place <= ${PAID_EACH} then 0 else d.amount end, ${due} - 60, ${due}
     from ${documents}`,
    `insert into contact_log (creditor_id, id, customer_id, day, at, channel, outcome, said,
       overdue_reason, written_by)
     select '${creditor}', ${id("0dd", "n * 4 + p")}, ${id(CUSTOMER, "n")},
       date '${today}' - (p * 9 + n % 5)::int, timestamptz '${today} 03:00Z' - make_interval(
         days => (p * 9 + n % 5)::int), 'call', 'no_answer', '说下周安排付款，请再等几天',
       case when p = 1 then (array['oversight', 'cash', 'procedure', 'dispute'])[1 + n % 4] end,
       '催收员' || n % 20
     from generate_series(1, ${customers}) as n, generate_series(1, 3) as p
     where n % 100 < ${LATE_PERCENT}`,
  ];
}

/** What the server does by itself within a minute after many rows were written. */
export async function refreshStatistics(connection: Connection): Promise<void> {
  const client = new pg.Client(clientConfig(connection));
  await client.connect();
  try {
    await client.query("analyze");
  } finally {
    await client.end();
  }
}
