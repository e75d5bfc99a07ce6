/** Judges rows of contracts against the book, and gathers the papers linked to each. */
import type { PlainDate } from "../values/calendar.ts";
import type { ContractId, CustomerId } from "../values/ids.ts";
import type { Rate } from "../values/money.ts";
import type { KnownCustomer } from "./customer-match.ts";
import { type ComparedField, compareFacts } from "./import-facts.ts";
import type { ContractRow, LinkedDocument } from "./import-row.ts";

export type ContractTerms = {
  readonly signedOn: PlainDate | null;
  readonly termsText: string | null;
  readonly termsDays: number | null;
  readonly lateClause: string | null;
  readonly lateRate: Rate | null;
  readonly appropriation: "statutory" | "principal_first" | "agreed";
  readonly appropriationText: string | null;
  readonly debtStructure: "single" | "same_debt_instalments" | "independent_periodic";
  readonly creditorSize: string | null;
  readonly debtorSize: string | null;
  readonly guarantee: string | null;
  readonly serviceAddress: string | null;
  readonly returnChargeClause: string | null;
};

export type StoredContract = ContractTerms & {
  readonly id: ContractId;
  readonly number: string;
  readonly customerId: CustomerId;
};

export type PlacedContract = ContractRow & { readonly customer: KnownCustomer };

const FIELDS = [
  ["signed_on", "signedOn"],
  ["terms_text", "termsText"],
  ["terms_days", "termsDays"],
  ["late_clause", "lateClause"],
  ["late_rate", "lateRate"],
  ["appropriation", "appropriation"],
  ["appropriation_text", "appropriationText"],
  ["debt_structure", "debtStructure"],
  ["creditor_size", "creditorSize"],
  ["debtor_size", "debtorSize"],
  ["guarantee", "guarantee"],
  ["service_address", "serviceAddress"],
  ["return_charge_clause", "returnChargeClause"],
] as const satisfies readonly ComparedField<keyof ContractRow & keyof ContractTerms>[];

/** A contract silent on appropriation follows the statute (民法典 560, 561). */
export const termsOf = (row: ContractRow): ContractTerms => ({
  signedOn: row.signedOn ?? null,
  termsText: row.termsText ?? null,
  termsDays: row.termsDays ?? null,
  lateClause: row.lateClause ?? null,
  lateRate: row.lateRate ?? null,
  appropriation: row.appropriation ?? "statutory",
  appropriationText: row.appropriationText ?? null,
  debtStructure: row.debtStructure ?? "single",
  creditorSize: row.creditorSize ?? null,
  debtorSize: row.debtorSize ?? null,
  guarantee: row.guarantee ?? null,
  serviceAddress: row.serviceAddress ?? null,
  returnChargeClause: row.returnChargeClause ?? null,
});

/** A contract that moved to another customer is a difference like any other. */
export function judgeContract(row: PlacedContract, before: StoredContract) {
  if (row.customer.id === before.customerId) {
    return compareFacts(row.number, FIELDS, row, before);
  }
  const moved = { ...row, customerId: row.customer.id };
  return compareFacts(row.number, [...FIELDS, ["customer_number", "customerId"]], moved, before);
}

/** Everything but the papers, which may differ from line to line. */
export function contractFactsText(row: PlacedContract): string {
  const { line: _line, documents: _documents, customer, lateRate, ...facts } = row;
  const rate = lateRate ? `${lateRate.partsPerBillion} ${lateRate.per}` : null;
  return JSON.stringify({ ...facts, customer: customer.id, rate });
}

/** The papers of all lines of one contract stand on its first line. */
export function gatherDocuments(rows: readonly PlacedContract[]): readonly PlacedContract[] {
  const groups = Map.groupBy(rows, ({ number }) => number);
  return rows.map((row) => {
    const group = groups.get(row.number) ?? [];
    const gathers = group.length > 1 && group[0] === row;
    return gathers ? { ...row, documents: group.flatMap(({ documents }) => documents) } : row;
  });
}

export const newContract = (row: PlacedContract, id: ContractId): StoredContract => ({
  ...termsOf(row),
  id,
  number: row.number,
  customerId: row.customer.id,
});

export type LinkedPaper = LinkedDocument & { readonly contractId: ContractId };

const paperKey = ({ contractId, kind, number }: Omit<LinkedPaper, "datedOn" | "invoiceNumber">) =>
  `${contractId} ${kind} ${number}`;

/** The papers of the rows, each with the contract it belongs to. */
export function linkPapers(
  rows: readonly PlacedContract[],
  contracts: readonly StoredContract[],
): readonly LinkedPaper[] {
  const ids = new Map(contracts.map(({ number, id }) => [number, id]));
  return rows.flatMap(({ number, documents }) => {
    const contractId = ids.get(number);
    return contractId === undefined ? [] : documents.map((paper) => ({ ...paper, contractId }));
  });
}

/** How many known contracts get a paper they did not have, and change in nothing else. */
export function papersAdded(
  rows: readonly PlacedContract[],
  known: readonly StoredContract[],
  changed: readonly StoredContract[],
  linked: readonly Omit<LinkedPaper, "datedOn" | "invoiceNumber">[],
): { readonly added: number } {
  const there = new Set(linked.map(paperKey));
  const others = new Set(changed.map(({ id }) => id));
  const fresh = linkPapers(rows, known).filter(
    (paper) => !there.has(paperKey(paper)) && !others.has(paper.contractId),
  );
  return { added: new Set(fresh.map(({ contractId }) => contractId)).size };
}
