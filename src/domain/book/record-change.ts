/** Changes to a master record: who saw an older version is told what differs, not overruled. */
import { ok, type Result, refuse } from "../values/result.ts";

type Facts = Readonly<Record<string, unknown>>;

/** What stands in the record now, and what the change would have put there. */
export type Difference = {
  readonly field: string;
  readonly stored: unknown;
  readonly wanted: unknown;
};

export type StaleRecord = {
  readonly code: "record_is_stale";
  readonly version: number;
  readonly difference: readonly Difference[];
};

/**
 * The record with the changes, or a refusal when somebody changed it since version `seen`: then
 * the fields in which the change and what is stored now differ are named.
 */
export function judgeChange<Stored extends { readonly version: number }>(
  stored: Stored,
  seen: number,
  changes: Partial<Stored>,
): Result<Stored, StaleRecord> {
  if (stored.version === seen) return ok({ ...stored, ...changes });
  const now: Facts = { ...stored };
  const difference = Object.entries(changes)
    .filter(([field, wanted]) => wanted !== undefined && now[field] !== wanted)
    .map(([field, wanted]) => ({ field, stored: now[field], wanted }));
  return refuse({ code: "record_is_stale", version: stored.version, difference });
}
