/** Contracts in bulk, as imports read and write them, with the papers linked to them. */

import type { LinkedPaper, StoredContract } from "../domain/book/import-contracts.ts";
import type { KnownContract } from "../domain/book/import-invoices.ts";
import type { ChargeContract } from "../domain/cash/charge-clause.ts";
import type { ContractId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Rate, rate } from "../domain/values/money.ts";
import { type Executor, rows, run, sql } from "./sql.ts";

/** The contracts with these numbers, and their payment terms. */
export const listContractTerms = (
  executor: Executor,
  creditor: CreditorId,
  numbers: readonly string[],
): Promise<readonly KnownContract[]> =>
  rows(
    executor,
    sql<KnownContract>`select id, number, terms_days as "termsDays"
        from contract where creditor_id = ${creditor} and number = any(${numbers}::text[])`,
  );

type ContractRow = Omit<StoredContract, "lateRate"> & {
  readonly ppb: bigint | null;
  readonly per: Rate["per"] | null;
};

/** Everything about the contracts with these numbers. */
export async function listContracts(
  executor: Executor,
  creditor: CreditorId,
  numbers: readonly string[],
): Promise<readonly StoredContract[]> {
  const found = await rows<ContractRow>(
    executor,
    sql`select id, number, customer_id as "customerId", signed_on as "signedOn",
          terms_text as "termsText", terms_days as "termsDays", late_clause as "lateClause",
          late_rate_ppb as ppb, late_rate_per as per, appropriation,
          appropriation_text as "appropriationText", debt_structure as "debtStructure",
          creditor_size as "creditorSize", debtor_size as "debtorSize", guarantee,
          service_address as "serviceAddress", return_charge_clause as "returnChargeClause"
        from contract where creditor_id = ${creditor} and number = any(${numbers}::text[])`,
  );
  return found.map(({ ppb, per, ...contract }) => ({
    ...contract,
    lateRate: ppb === null || per === null ? null : rate(ppb, per),
  }));
}

export async function insertContracts(
  executor: Executor,
  creditor: CreditorId,
  contracts: readonly StoredContract[],
): Promise<void> {
  await run(
    executor,
    sql`insert into contract (creditor_id, ${COLUMNS})
        select ${creditor}::uuid, ${COLUMNS} from ${given(contracts)}`,
  );
}

/** Writes all terms of these contracts, so that who has seen an older version is told. */
export async function updateContracts(
  executor: Executor,
  creditor: CreditorId,
  contracts: readonly StoredContract[],
): Promise<void> {
  await run(
    executor,
    sql`update contract set customer_id = given.customer_id, signed_on = given.signed_on,
          terms_text = given.terms_text, terms_days = given.terms_days,
          late_clause = given.late_clause, late_rate_ppb = given.late_rate_ppb,
          late_rate_per = given.late_rate_per, appropriation = given.appropriation,
          appropriation_text = given.appropriation_text, debt_structure = given.debt_structure,
          creditor_size = given.creditor_size, debtor_size = given.debtor_size,
          guarantee = given.guarantee, service_address = given.service_address,
          return_charge_clause = given.return_charge_clause,
          version = version + 1
        from ${given(contracts)}
        where contract.creditor_id = ${creditor} and contract.id = given.id`,
  );
}

const COLUMNS = sql`id, customer_id, number, signed_on, terms_text, terms_days, late_clause,
  late_rate_ppb, late_rate_per, appropriation, appropriation_text, debt_structure, creditor_size,
  debtor_size, guarantee, service_address, return_charge_clause`;

const given = (contracts: readonly StoredContract[]) => sql`unnest(
  ${contracts.map(({ id }) => id)}::uuid[],
  ${contracts.map(({ customerId }) => customerId)}::uuid[],
  ${contracts.map(({ number }) => number)}::text[],
  ${contracts.map(({ signedOn }) => signedOn)}::date[],
  ${contracts.map(({ termsText }) => termsText)}::text[],
  ${contracts.map(({ termsDays }) => termsDays)}::integer[],
  ${contracts.map(({ lateClause }) => lateClause)}::text[],
  ${contracts.map(({ lateRate }) => lateRate?.partsPerBillion ?? null)}::bigint[],
  ${contracts.map(({ lateRate }) => lateRate?.per ?? null)}::text[],
  ${contracts.map(({ appropriation }) => appropriation)}::text[],
  ${contracts.map(({ appropriationText }) => appropriationText)}::text[],
  ${contracts.map(({ debtStructure }) => debtStructure)}::text[],
  ${contracts.map(({ creditorSize }) => creditorSize)}::text[],
  ${contracts.map(({ debtorSize }) => debtorSize)}::text[],
  ${contracts.map(({ guarantee }) => guarantee)}::text[],
  ${contracts.map(({ serviceAddress }) => serviceAddress)}::text[],
  ${contracts.map(({ returnChargeClause }) => returnChargeClause)}::text[])
  as given (${COLUMNS})`;

export type LinkedKey = Pick<LinkedPaper, "contractId" | "kind" | "number">;

/** The papers that these contracts have. */
export const listLinkedDocuments = (
  executor: Executor,
  creditor: CreditorId,
  contracts: readonly { readonly id: ContractId }[],
): Promise<readonly LinkedKey[]> =>
  rows(
    executor,
    sql<LinkedKey>`select contract_id as "contractId", kind, number from contract_document
        where creditor_id = ${creditor}
          and contract_id = any(${contracts.map(({ id }) => id)}::uuid[])`,
  );

export type NewLinkedDocument = LinkedPaper & { readonly id: string };

/** Links papers to contracts; one that is linked already stays as it is. Gives how many are new. */
export async function insertLinkedDocuments(
  executor: Executor,
  creditor: CreditorId,
  documents: readonly NewLinkedDocument[],
): Promise<number> {
  return run(
    executor,
    sql`insert into contract_document (creditor_id, id, contract_id, item_id, kind, number,
          dated_on)
        select ${creditor}::uuid, given.id, given.contract_id, item.id, given.kind, given.number,
          dated_on
        from unnest(
          ${documents.map(({ id }) => id)}::uuid[],
          ${documents.map(({ contractId }) => contractId)}::uuid[],
          ${documents.map(({ invoiceNumber }) => invoiceNumber)}::text[],
          ${documents.map(({ kind }) => kind)}::text[],
          ${documents.map(({ number }) => number)}::text[],
          ${documents.map(({ datedOn }) => datedOn)}::date[])
          as given (id, contract_id, invoice_number, kind, number, dated_on)
        left join item on item.creditor_id = ${creditor} and item.kind = 'invoice'
          and item.number = given.invoice_number
        on conflict (creditor_id, contract_id, kind, number) do nothing`,
  );
}

/** A customer's contracts with the words by which a bank's return charge may be claimed. */
export const listChargeContracts = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly ChargeContract[]> =>
  rows(
    executor,
    sql<ChargeContract>`select id, number, return_charge_clause as clause from contract
        where creditor_id = ${creditor} and customer_id = ${customer} order by number`,
  );
