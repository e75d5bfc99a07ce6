/** Imports: which files a creditor's book was made from. */
import type { StoredImportKind } from "../domain/book/import-row.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, ImportId } from "../domain/values/ids.ts";
import { type Executor, jsonText, one, run, sql } from "./sql.ts";

/** Locks the creditor's book against another import; letters and the day go on meanwhile. */
export const lockForImport = (
  executor: Executor,
  creditor: CreditorId,
): Promise<{ readonly id: CreditorId }> =>
  one(
    executor,
    sql<{ id: CreditorId }>`select id from creditor where id = ${creditor} for no key update`,
  );

/** The day of the latest snapshot taken, or null. */
export async function findLastSnapshot(
  executor: Executor,
  creditor: CreditorId,
): Promise<PlainDate | null> {
  const { day } = await one<{ day: PlainDate | null }>(
    executor,
    sql`select max(snapshot_on) as day from import where creditor_id = ${creditor}`,
  );
  return day;
}

/** Whether a file with exactly these bytes was taken before, whatever its name. */
export async function isKnownFile(
  executor: Executor,
  creditor: CreditorId,
  kind: StoredImportKind,
  sha256: string,
): Promise<boolean> {
  const { known } = await one<{ known: boolean }>(
    executor,
    sql`select exists (select from import where creditor_id = ${creditor} and kind = ${kind}
          and sha256 = decode(${sha256}, 'hex')) as known`,
  );
  return known;
}

export type NewImport = {
  readonly id: ImportId;
  readonly kind: StoredImportKind;
  readonly fileName: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly snapshotOn: PlainDate | null;
  readonly stored: number;
  readonly report: unknown;
  readonly importedAt: Instant;
  readonly importedBy: string;
};

export async function insertImport(
  executor: Executor,
  creditor: CreditorId,
  file: NewImport,
): Promise<void> {
  await run(
    executor,
    sql`insert into import (creditor_id, id, kind, file_name, sha256, snapshot_on, stored, report,
          imported_at, imported_by)
        values (${creditor}, ${file.id}, ${file.kind}, ${file.fileName},
          decode(${file.sha256}, 'hex'), ${file.snapshotOn}, ${file.stored},
          ${jsonText(file.report)}::jsonb, ${file.importedAt}, ${file.importedBy})`,
  );
}
