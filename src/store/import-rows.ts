/** The imports as a page lists them. */
import type { StoredImportKind } from "../domain/book/import-row.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, ImportId } from "../domain/values/ids.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type ImportLine = {
  readonly id: ImportId;
  readonly kind: StoredImportKind;
  readonly fileName: string;
  readonly snapshotOn: PlainDate | null;
  readonly stored: number;
  readonly importedAt: Instant;
  readonly importedBy: string;
};

/** The latest hundred. */
export const listImportLines = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly ImportLine[]> =>
  rows(
    executor,
    sql<ImportLine>`select id, kind, file_name as "fileName", snapshot_on as "snapshotOn", stored,
          imported_at as "importedAt", imported_by as "importedBy"
        from import where creditor_id = ${creditor}
        order by imported_at desc, id desc limit 100`,
  );
