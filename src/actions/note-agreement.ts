/** Notes what happened with an agreement: who, when, why. */
import type { TaskReason } from "../domain/desk/task.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import { insertAgreementEvent } from "../store/agreement-events.ts";
import type { Context } from "./action.ts";

/** The kinds that the timeline and the agreement's own history know. */
export type AgreementEventKind =
  | "proposed"
  | "approved"
  | "refused"
  | "withdrawn"
  | "issued"
  | "signed"
  | "reminded"
  | "missed"
  | "defaulted"
  | "accelerated"
  | "renegotiated"
  | "fulfilled"
  | "reopened"
  | "lapsed";

export async function noteAgreement(
  { tx, creditorId, today, now, actor, newId }: Context,
  agreement: AgreementId,
  kind: AgreementEventKind,
  facts: readonly TaskReason[],
): Promise<void> {
  const id: string = newId();
  const event = { id, agreement, kind, day: today, at: now, actor: actor.name, facts };
  await insertAgreementEvent(tx, creditorId, event);
}
