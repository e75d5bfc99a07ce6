/** The letter of a line as it will leave, or as it left: what is shown is what is sent. */

import type { PrintRefusal } from "../documents/pdf.ts";
import type { LetterFacts } from "../domain/book/letter.ts";
import type { CreditorId, MessageId, PlanStepId } from "../domain/values/ids.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import { findCreditor } from "../store/creditors.ts";
import { findDocument, type StoredDocument } from "../store/documents.ts";
import { listLetterCustomers } from "../store/letters.ts";
import { type FrozenLetter, findLetterOfMessage, findLetterOfStep } from "../store/outbox-rows.ts";
import { findStep } from "../store/plans.ts";
import type { Executor } from "../store/sql.ts";
import { drawLetter } from "./compose-message.ts";
import { composeFacts, letterLine, loadLetterDesk } from "./letter-desk.ts";
import type { Desk } from "./perform.ts";

export type LetterFile = { readonly bytes: Uint8Array; readonly fileName: string };

type Refusal =
  | PrintRefusal
  | { readonly code: "step_not_found" }
  | { readonly code: "message_not_found" }
  | { readonly code: "step_has_no_letter" };

type Shown = { readonly drawn: StoredDocument } | { readonly facts: LetterFacts };

/** A message's letter: the bytes that were sent, or drawn from the facts frozen at its release. */
export const messageLetter = (desk: Desk, id: MessageId): Promise<Result<LetterFile, Refusal>> =>
  show(desk, async (tx) => {
    const frozen = await findLetterOfMessage(tx, desk.creditorId, id);
    return frozen === null
      ? refuse({ code: "message_not_found" })
      : ok(await frozenLetter(tx, desk.creditorId, frozen));
  });

/** A line's letter. Before its release it has no number yet and shows today's figures. */
export const previewLetter = (desk: Desk, id: PlanStepId): Promise<Result<LetterFile, Refusal>> =>
  show(desk, async (tx) => {
    const { creditorId } = desk;
    const frozen = await findLetterOfStep(tx, creditorId, id);
    if (frozen !== null) return ok(await frozenLetter(tx, creditorId, frozen));
    const [creditor, step] = [
      await findCreditor(tx, creditorId),
      await findStep(tx, creditorId, id),
    ];
    if (creditor === null || step === null) return refuse({ code: "step_not_found" });
    if (step.template === null) return refuse({ code: "step_has_no_letter" });
    const line = letterLine(step);
    const customers = await listLetterCustomers(tx, creditorId, [step.customer]);
    const letters = await loadLetterDesk({ tx, creditorId }, creditor, customers, [line]);
    return ok({ facts: composeFacts(letters, line, "—").facts });
  });

async function frozenLetter(
  tx: Executor,
  creditor: CreditorId,
  { facts, sha256 }: FrozenLetter,
): Promise<Shown> {
  if (sha256 === null) return { facts };
  const drawn = await findDocument(tx, creditor, sha256);
  assert(drawn !== null, "a letter that was drawn is kept");
  return { drawn };
}

/** Reads in one transaction and draws outside of it. */
async function show(
  { database }: Desk,
  find: (tx: Executor) => Promise<Result<Shown, Refusal>>,
): Promise<Result<LetterFile, Refusal>> {
  const found = await database.reading(find);
  if (!found.ok) return found;
  if ("drawn" in found.value) return ok(found.value.drawn);
  const { facts } = found.value;
  const pdf = await drawLetter(facts);
  return pdf.ok ? ok({ bytes: pdf.value, fileName: `${facts.number}.pdf` }) : pdf;
}
