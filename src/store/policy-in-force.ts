/** The policy a creditor follows, read once: a version's text never changes. */
import { type Policy, parsePolicy } from "../domain/strategy/policy.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { findPolicy, type PolicyVersion } from "./policies.ts";
import { type Executor, maybe, sql } from "./sql.ts";

export type PolicyInForce = { readonly stored: PolicyVersion; readonly policy: Policy };

/** More versions than are in force at a time; beyond it all are read anew. */
const MOST = 64;
const read = new Map<string, PolicyInForce>();

/** Which row is in force. Its writer tells apart a version that was taken back and given anew. */
const findMark = (executor: Executor, creditor: CreditorId) =>
  maybe(
    executor,
    sql<{ mark: string }>`select concat(version, ':', xmin) as mark from policy_version
        where creditor_id = ${creditor}
          and version = (select policy_version from creditor where id = ${creditor})`,
  );

/** Null when there is none, or when a newer program's rules no longer accept what is stored. */
export async function findPolicyInForce(
  executor: Executor,
  creditor: CreditorId,
): Promise<PolicyInForce | null> {
  const found = await findMark(executor, creditor);
  if (found === null) return null;
  const key = `${creditor}:${found.mark}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const stored = await findPolicy(executor, creditor);
  if (stored === null) return null;
  const parsed = parsePolicy(stored.body);
  if (!parsed.ok) return null;
  if (read.size >= MOST) read.clear();
  const inForce = { stored, policy: parsed.value };
  read.set(key, inForce);
  return inForce;
}
