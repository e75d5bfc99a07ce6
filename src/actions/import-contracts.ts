/** Imports contracts and the papers linked to them: orders, delivery notes, acceptances. */
import { customerBook, placeRows } from "../domain/book/customer-match.ts";
import {
  contractFactsText,
  gatherDocuments,
  judgeContract,
  linkPapers,
  newContract,
  type PlacedContract,
  papersAdded,
  type StoredContract,
} from "../domain/book/import-contracts.ts";
import { type JudgedMaster, judgeMaster } from "../domain/book/import-master.ts";
import { withoutRepeats } from "../domain/book/import-repeats.ts";
import type { ImportOutcome } from "../domain/book/import-report.ts";
import type { ContractRow } from "../domain/book/import-row.ts";
import type { Brand } from "../domain/values/brand.ts";
import type { ContractId } from "../domain/values/ids.ts";
import {
  insertContracts,
  insertLinkedDocuments,
  listContracts,
  listLinkedDocuments,
  updateContracts,
} from "../store/contracts.ts";
import { listCustomers, lockCustomers } from "../store/customers.ts";
import { type Context, defineAction } from "./action.ts";
import {
  auditedImport,
  type ImportInput,
  type ImportRefusal,
  type Judgement,
  runImport,
} from "./import-rows.ts";

type DocumentLinkId = Brand<string, "DocumentLinkId">;

export const importContracts = defineAction<ImportInput<ContractRow>, ImportOutcome, ImportRefusal>(
  {
    name: "import_contracts",
    permission: "book:import",
    audited: auditedImport,
    run: (context, input) => runImport(context, "contracts", input, () => judge(context, input)),
  },
);

async function judge(context: Context, input: ImportInput<ContractRow>): Promise<Judgement> {
  const { tx, creditorId } = context;
  const book = customerBook(await listCustomers(tx, creditorId));
  const { placed, problems } = placeRows(input.rows, book);
  const gathered = gatherDocuments(placed);
  const unrepeated = withoutRepeats(gathered, ({ number }) => number, contractFactsText);
  const numbers = unrepeated.rows.map(({ number }) => number);
  const known = await listContracts(tx, creditorId, numbers);
  const byNumber = new Map(known.map((contract) => [contract.number, contract]));
  const find = ({ number }: PlacedContract) => byNumber.get(number);
  const judged = judgeMaster(unrepeated.rows, find, judgeContract, input.update);
  const linked = await listLinkedDocuments(tx, creditorId, known);
  const papers = papersAdded(unrepeated.rows, known, judged.changed, linked);
  return {
    created: judged.created.length,
    unchanged: judged.unchanged - papers.added,
    changed: judged.changed.length + papers.added,
    repeated: unrepeated.repeated,
    amounts: [],
    problems: [...problems, ...unrepeated.problems, ...judged.problems],
    notes: unrepeated.notes,
    differences: [],
    customersCreated: [],
    store: () => store(context, unrepeated.rows, known, judged),
  };
}

async function store(
  { tx, creditorId, newId }: Context,
  rows: readonly PlacedContract[],
  known: readonly StoredContract[],
  { created, changed }: JudgedMaster<PlacedContract, StoredContract>,
): Promise<void> {
  const made = created.map((row) => newContract(row, newId<ContractId>()));
  const touched = [...made, ...changed].map(({ customerId }) => customerId);
  await lockCustomers(tx, creditorId, [...new Set(touched)]);
  await insertContracts(tx, creditorId, made);
  await updateContracts(tx, creditorId, changed);
  const papers = linkPapers(rows, [...known, ...made]);
  const documents = papers.map((paper) => ({ ...paper, id: newId<DocumentLinkId>() }));
  await insertLinkedDocuments(tx, creditorId, documents);
}
