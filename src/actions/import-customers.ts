/** Imports customers; known ones change only when the person says that the file is right. */
import {
  customerFactsText,
  factsOfCustomer,
  judgeCustomer,
  newAccounts,
  type OwnAccount,
  type StoredCustomer,
} from "../domain/book/import-customers.ts";
import { judgeMaster } from "../domain/book/import-master.ts";
import { withoutRepeats } from "../domain/book/import-repeats.ts";
import type { ImportOutcome } from "../domain/book/import-report.ts";
import type { CustomerRow } from "../domain/book/import-row.ts";
import type { CustomerId, PayerAliasId } from "../domain/values/ids.ts";
import { insertCustomers, listCustomerFacts, updateCustomers } from "../store/customers.ts";
import { insertMasterAccounts, listMasterAccounts } from "../store/master-accounts.ts";
import { type Context, defineAction } from "./action.ts";
import {
  auditedImport,
  type ImportInput,
  type ImportRefusal,
  type Judgement,
  runImport,
} from "./import-rows.ts";

export const importCustomers = defineAction<ImportInput<CustomerRow>, ImportOutcome, ImportRefusal>(
  {
    name: "import_customers",
    permission: "book:import",
    audited: auditedImport,
    run: (context, input) => runImport(context, "customers", input, () => judge(context, input)),
  },
);

async function judge(context: Context, input: ImportInput<CustomerRow>): Promise<Judgement> {
  const { tx, creditorId, now, today, actor, newId } = context;
  const unrepeated = withoutRepeats(input.rows, ({ number }) => number, customerFactsText);
  const numbers = unrepeated.rows.map(({ number }) => number);
  const known = await listCustomerFacts(tx, creditorId, numbers);
  const byNumber = new Map(known.map((customer) => [customer.number, customer]));
  const find = ({ number }: CustomerRow) => byNumber.get(number);
  const judged = judgeMaster(unrepeated.rows, find, judgeCustomer, input.update);
  const accounts = newAccounts(unrepeated.rows, await listMasterAccounts(tx, creditorId, numbers));
  const taught = customersTaught(judged, unrepeated.rows, accounts);
  return {
    created: judged.created.length,
    unchanged: judged.unchanged - taught,
    changed: judged.changed.length + taught,
    repeated: unrepeated.repeated,
    amounts: [],
    problems: [...unrepeated.problems, ...judged.problems],
    notes: unrepeated.notes,
    differences: [],
    customersCreated: judged.created.map(({ number, name }) => ({ number, name })),
    store: async () => {
      const created = judged.created.map((row) => {
        const { number, name } = row;
        return { id: newId<CustomerId>(), number, name, ...factsOfCustomer(row) };
      });
      await insertCustomers(tx, creditorId, created, now);
      await updateCustomers(tx, creditorId, judged.changed);
      const aliases = accounts.map((own) => ({ ...own, id: newId<PayerAliasId>() }));
      await insertMasterAccounts(tx, creditorId, aliases, { on: today, by: actor.name });
    },
  };
}

/** Known customers of which the file tells nothing new but an account. */
function customersTaught(
  { created, changed }: ReturnType<typeof judgeMaster<CustomerRow, StoredCustomer>>,
  rows: readonly CustomerRow[],
  accounts: readonly OwnAccount[],
): number {
  const told = new Set([...created, ...changed].map(({ number }) => number));
  const taught = new Set(
    accounts.map(({ number }) => number).filter((number) => !told.has(number)),
  );
  return rows.filter(({ number }) => taught.has(number)).length;
}
