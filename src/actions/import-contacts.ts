/** Imports contacts of customers that the book knows. */
import { customerBook, placeRows } from "../domain/book/customer-match.ts";
import {
  contactFactsText,
  contactKey,
  judgeContact,
  newContact,
  type PlacedContact,
} from "../domain/book/import-contacts.ts";
import { judgeMaster } from "../domain/book/import-master.ts";
import { withoutRepeats } from "../domain/book/import-repeats.ts";
import type { ImportOutcome } from "../domain/book/import-report.ts";
import type { ContactRow } from "../domain/book/import-row.ts";
import { insertContacts, listContacts, updateContacts } from "../store/contacts.ts";
import { listCustomers, lockCustomers } from "../store/customers.ts";
import { type Context, defineAction } from "./action.ts";
import {
  auditedImport,
  type ImportInput,
  type ImportRefusal,
  type Judgement,
  runImport,
} from "./import-rows.ts";

export const importContacts = defineAction<ImportInput<ContactRow>, ImportOutcome, ImportRefusal>({
  name: "import_contacts",
  permission: "book:import",
  audited: auditedImport,
  run: (context, input) => runImport(context, "contacts", input, () => judge(context, input)),
});

const keyOf = (row: PlacedContact): string => contactKey(row.customer.id, row);

async function judge(context: Context, input: ImportInput<ContactRow>): Promise<Judgement> {
  const { tx, creditorId, newId } = context;
  const book = customerBook(await listCustomers(tx, creditorId));
  const { placed, problems } = placeRows(input.rows, book);
  const unrepeated = withoutRepeats(placed, keyOf, contactFactsText);
  const customers = [...new Set(unrepeated.rows.map(({ customer }) => customer.id))];
  const known = await listContacts(tx, creditorId, customers);
  const byKey = new Map(known.map((contact) => [contactKey(contact.customerId, contact), contact]));
  const find = (row: PlacedContact) => byKey.get(keyOf(row));
  const judged = judgeMaster(unrepeated.rows, find, judgeContact, input.update);
  return {
    created: judged.created.length,
    unchanged: judged.unchanged,
    changed: judged.changed.length,
    repeated: unrepeated.repeated,
    amounts: [],
    problems: [...problems, ...unrepeated.problems, ...judged.problems],
    notes: unrepeated.notes,
    differences: [],
    customersCreated: [],
    store: async () => {
      const created = judged.created.map((row) => newContact(row, newId()));
      const touched = [...created, ...judged.changed].map(({ customerId }) => customerId);
      await lockCustomers(tx, creditorId, [...new Set(touched)]);
      await insertContacts(tx, creditorId, created);
      await updateContacts(tx, creditorId, judged.changed);
    },
  };
}
