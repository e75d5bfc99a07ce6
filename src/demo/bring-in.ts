/** Hands rows of the demo world to the imports, as a file read by a person would. */
import { createHash } from "node:crypto";
import type { Action } from "../actions/action.ts";
import { importContacts } from "../actions/import-contacts.ts";
import { importContracts } from "../actions/import-contracts.ts";
import { importCustomers } from "../actions/import-customers.ts";
import { importInvoices } from "../actions/import-invoices.ts";
import { importReceipts } from "../actions/import-receipts.ts";
import type { ImportInput, ImportRefusal } from "../actions/import-rows.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import type { ImportOutcome } from "../domain/book/import-report.ts";
import type { ImportKind, RowOf } from "../domain/book/import-row.ts";

type Imports = {
  readonly [Kind in ImportKind]: Action<ImportInput<RowOf[Kind]>, ImportOutcome, ImportRefusal>;
};

const IMPORTS: Imports = {
  customers: importCustomers,
  contacts: importContacts,
  contracts: importContracts,
  invoices: importInvoices,
  receipts: importReceipts,
};

const NAMES: Readonly<Record<ImportKind, string>> = {
  customers: "客户",
  contacts: "联系人",
  contracts: "合同",
  invoices: "应收单",
  receipts: "收款",
};

/** Takes all rows or none; a refused row is a bug of the world. */
export async function bringIn<Kind extends ImportKind>(
  desk: Desk,
  kind: Kind,
  rows: readonly RowOf[Kind][],
): Promise<void> {
  if (rows.length === 0) return;
  const text = JSON.stringify(rows, (_, part: unknown) =>
    typeof part === "bigint" ? part.toString() : part,
  );
  const outcome = await perform(desk, IMPORTS[kind], {
    rows,
    fileName: `${NAMES[kind]}${desk.today?.replaceAll("-", "") ?? ""}.xlsx`,
    sha256: createHash("sha256").update(text).digest("hex"),
    refused: [],
    partial: false,
    update: false,
    snapshotOn: null,
    preview: false,
  });
  accepted(outcome);
}
