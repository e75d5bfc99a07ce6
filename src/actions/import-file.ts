/** Imports a file, or shows what importing it would do: the one way for command line and web. */
import { createHash } from "node:crypto";
import { type ImportReport, reportOf } from "../domain/book/import-report.ts";
import type {
  FileRows,
  ImportKind,
  ImportMap,
  ReadOptions,
  RowOf,
} from "../domain/book/import-row.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { findCreditor } from "../store/creditors.ts";
import type { Action } from "./action.ts";
import { importContacts } from "./import-contacts.ts";
import { importContracts } from "./import-contracts.ts";
import { importCustomers } from "./import-customers.ts";
import { importInvoices } from "./import-invoices.ts";
import { importReceipts } from "./import-receipts.ts";
import type { ImportInput, ImportRefusal, OnStored } from "./import-rows.ts";
import { type Desk, type PerformRefusal, perform } from "./perform.ts";

export type ImportRequest = {
  readonly kind: ImportKind;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly sheet?: string | undefined;
  readonly map?: ImportMap | undefined;
  /** Invoices only: the file is the whole truth of this day. */
  readonly snapshotOn?: PlainDate | undefined;
  /** Take the good rows although others are refused. */
  readonly partial?: boolean | undefined;
  /** Known customers, contacts and contracts take what the file says. */
  readonly update?: boolean | undefined;
};

export type ImportOptions = {
  /** Judge everything, store nothing. */
  readonly preview?: boolean;
  readonly onStored?: OnStored;
};

/** How a file is read: `readRows` of the formats, handed in by the door. */
export type RowReading<Refusal> = <Kind extends ImportKind>(
  kind: Kind,
  bytes: Uint8Array,
  options: ReadOptions,
) => Promise<Result<FileRows<RowOf[Kind]>, Refusal>>;

export type ImportFileRefusal =
  | Exclude<ImportRefusal, { readonly code: "import_has_problems" }>
  | PerformRefusal
  | { readonly code: "import_has_problems"; readonly report: ImportReport };

type ImportAction<Kind extends ImportKind> = Action<
  ImportInput<RowOf[Kind]>,
  Extract<Awaited<ReturnType<typeof importInvoices.run>>, { ok: true }>["value"],
  ImportRefusal
>;
const ACTIONS: { readonly [Kind in ImportKind]: ImportAction<Kind> } = {
  customers: importCustomers,
  contacts: importContacts,
  contracts: importContracts,
  invoices: importInvoices,
  receipts: importReceipts,
};

/**
 * Reads a file and stores it whole or not at all. With `preview` everything is judged and nothing
 * stored, so that the report can be shown first; problems are then part of the report.
 */
export async function importFile<ReadRefusal extends { readonly code: string }>(
  desk: Desk,
  readRows: RowReading<ReadRefusal>,
  request: ImportRequest,
  options: ImportOptions = {},
): Promise<Result<ImportReport, ReadRefusal | ImportFileRefusal>> {
  return importKind(desk, readRows, request.kind, request, options);
}

async function importKind<Kind extends ImportKind, ReadRefusal extends { readonly code: string }>(
  desk: Desk,
  readRows: RowReading<ReadRefusal>,
  kind: Kind,
  request: ImportRequest,
  { preview = false, onStored }: ImportOptions,
): Promise<Result<ImportReport, ReadRefusal | ImportFileRefusal>> {
  const { sheet, map, bytes, fileName, partial = false, update = false } = request;
  const creditor = await desk.database.reading((tx) => findCreditor(tx, desk.creditorId));
  if (creditor === null) return refuse({ code: "creditor_not_found" });
  const { homeCurrency } = creditor;
  const file = await readRows(kind, bytes, { sheet, map, homeCurrency });
  if (!file.ok) return file;
  const snapshotOn = request.snapshotOn ?? null;
  const input = {
    fileName,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    rows: file.value.rows,
    refused: file.value.refused,
    partial,
    update,
    snapshotOn,
    preview,
    onStored,
  };
  const done = await perform(desk, ACTIONS[kind], input, { dryRun: preview });
  const judged = { partial, snapshotOn };
  if (done.ok) return ok(reportOf(kind, fileName, file.value, done.value, judged));
  if (done.refusal.code !== "import_has_problems") return refuse(done.refusal);
  const report = reportOf(kind, fileName, file.value, done.refusal.outcome, judged);
  return refuse({ code: "import_has_problems", report });
}
