/** Documents, addressed by their content: stored once, never changed, kept as the bytes sent. */
import { createHash } from "node:crypto";
import type { Instant } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { type Executor, maybe, run, sql } from "./sql.ts";

export type NewDocument = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
  /** What it is: `letter`, `mail` … */
  readonly kind: string;
  /** Where it comes from: `outbox`, `import` … */
  readonly source: string;
  readonly createdAt: Instant;
};

export type StoredDocument = Pick<NewDocument, "bytes" | "mediaType" | "fileName">;

/** SHA-256 of the bytes in hexadecimal. */
export const contentAddress = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Stores a document, at most 20 MB, and gives its address; the same bytes are stored once. */
export async function insertDocument(
  executor: Executor,
  creditor: CreditorId,
  document: NewDocument,
): Promise<string> {
  const address = contentAddress(document.bytes);
  await run(
    executor,
    sql`insert into document (creditor_id, sha256, bytes, media_type, file_name, kind, source,
          created_at)
        values (${creditor}, decode(${address}, 'hex'), ${Buffer.from(document.bytes)},
          ${document.mediaType}, ${document.fileName}, ${document.kind}, ${document.source},
          ${document.createdAt})
        on conflict do nothing`,
  );
  return address;
}

export const findDocument = (
  executor: Executor,
  creditor: CreditorId,
  address: string,
): Promise<StoredDocument | null> =>
  maybe(
    executor,
    sql<StoredDocument>`select bytes, media_type as "mediaType", file_name as "fileName"
        from document where creditor_id = ${creditor} and sha256 = decode(${address}, 'hex')`,
  );
