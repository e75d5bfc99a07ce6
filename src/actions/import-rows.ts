/** What the imports of all kinds share: what comes in, when nothing is stored, what is recorded. */
import {
  changesBook,
  type ImportOutcome,
  type Judged,
  outcomeOf,
} from "../domain/book/import-report.ts";
import type { ImportKind } from "../domain/book/import-row.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { ImportId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { findLastSnapshot, insertImport, lockForImport } from "../store/imports.ts";
import type { Context } from "./action.ts";

export type ImportInput<Row> = {
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: readonly Row[];
  /** Rows that the reading refused, with their numbers where one could be read. */
  readonly refused: readonly { readonly line: number; readonly number: string | null }[];
  /** Take the good rows although others are refused. */
  readonly partial: boolean;
  /** Known customers, contacts and contracts take what the file says. */
  readonly update: boolean;
  /** The file is the whole truth of this day. */
  readonly snapshotOn: PlainDate | null;
  /** Judge only: nothing is written, and problems are no reason to refuse. */
  readonly preview: boolean;
  /** Told as storing goes on, for whoever watches. */
  readonly onStored?: OnStored | undefined;
};

export type OnStored = (done: number, total: number) => void;

export type ImportRefusal =
  | { readonly code: "import_has_problems"; readonly outcome: ImportOutcome }
  | { readonly code: "snapshot_in_future"; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: "snapshot_before_last"; readonly day: PlainDate; readonly last: PlainDate }
  | { readonly code: "snapshot_of_invoices_only"; readonly kind: ImportKind };

/** Judged rows, and how they are stored once that is decided. */
export type Judgement = Judged & { store(importId: ImportId): Promise<void> };

/**
 * Judges under the book's lock; stores all of it or nothing. With problems it is refused unless the
 * person takes the good rows alone; a file that changes nothing leaves no trace.
 */
export async function runImport<Row>(
  context: Context,
  kind: ImportKind,
  input: ImportInput<Row>,
  judge: () => Promise<Judgement>,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const { tx, creditorId } = context;
  await lockForImport(tx, creditorId);
  const untimely = await refuseSnapshot(context, kind, input.snapshotOn);
  if (untimely !== null) return refuse(untimely);
  const judgement = await judge();
  const outcome = outcomeOf(judgement, input.refused.length, null);
  if (input.preview) return ok(outcome);
  const problems = input.refused.length + outcome.problems.length;
  if (problems > 0 && !input.partial) return refuse({ code: "import_has_problems", outcome });
  if (!changesBook(outcome.counts)) return ok(outcome);
  const id = context.newId<ImportId>();
  await record(context, kind, input, id, outcome);
  await judgement.store(id);
  return ok({ ...outcome, stored: id });
}

async function refuseSnapshot(
  { tx, creditorId, today }: Context,
  kind: ImportKind,
  day: PlainDate | null,
): Promise<ImportRefusal | null> {
  if (day === null) return null;
  if (kind !== "invoices") return { code: "snapshot_of_invoices_only", kind };
  if (day > today) return { code: "snapshot_in_future", day, today };
  const last = await findLastSnapshot(tx, creditorId);
  return last !== null && day < last ? { code: "snapshot_before_last", day, last } : null;
}

async function record<Row>(
  { tx, creditorId, now, actor }: Context,
  kind: ImportKind,
  { fileName, sha256, snapshotOn }: ImportInput<Row>,
  id: ImportId,
  { counts, sums }: ImportOutcome,
): Promise<void> {
  await insertImport(tx, creditorId, {
    id,
    kind,
    fileName,
    sha256,
    snapshotOn,
    stored: counts.created + counts.changed + counts.closed,
    report: { counts, sums },
    importedAt: now,
    importedBy: actor.name,
  });
}

/** What the audit keeps of an import: which file and how, not its rows. */
export const auditedImport = <Row>({ rows, refused, onStored: _, ...how }: ImportInput<Row>) => ({
  ...how,
  rows: rows.length,
  refused: refused.length,
});
