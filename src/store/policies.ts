/** Policy versions: the text that was published, by whom, when. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { type Executor, jsonText, maybe, rows, run, sql } from "./sql.ts";

export type PolicyVersion = {
  readonly version: number;
  readonly text: string;
  /** The text as read: plain JSON, still to be judged by `parsePolicy`. */
  readonly body: unknown;
  readonly publishedOn: PlainDate;
  readonly publishedBy: string;
};

const COLUMNS = sql`version, text, body, published_on as "publishedOn", published_by as "publishedBy"`;

/** The text of one version; without `version`, of the one in force. Null when there is none. */
export const findPolicy = (
  executor: Executor,
  creditor: CreditorId,
  version?: number,
): Promise<PolicyVersion | null> =>
  maybe(
    executor,
    sql<PolicyVersion>`select ${COLUMNS} from policy_version
        where creditor_id = ${creditor} and version = coalesce(${version ?? null}::integer,
          (select policy_version from creditor where id = ${creditor}))`,
  );

export const listPolicies = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly PolicyVersion[]> =>
  rows(
    executor,
    sql<PolicyVersion>`select ${COLUMNS} from policy_version
        where creditor_id = ${creditor} order by version desc`,
  );

/** Stores a version and puts it in force. */
export async function insertPolicy(
  executor: Executor,
  creditor: CreditorId,
  { version, text, body, publishedOn, publishedBy }: PolicyVersion,
): Promise<void> {
  await run(
    executor,
    sql`insert into policy_version (creditor_id, version, text, body, published_on,
          published_by)
        values (${creditor}, ${version}, ${text}, ${jsonText(body)}, ${publishedOn},
          ${publishedBy})`,
  );
  await run(executor, sql`update creditor set policy_version = ${version} where id = ${creditor}`);
}
