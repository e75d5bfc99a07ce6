/** Lets a signed plan take the place of an older one, which keeps what was paid under it. */
import { moved } from "../domain/desk/agreement.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import { assert } from "../domain/values/result.ts";
import { type AgreementRow, findAgreement } from "../store/agreements.ts";
import type { Context } from "./action.ts";
import { endAgreement } from "./end-agreement.ts";
import { noteAgreement } from "./note-agreement.ts";
import { voidInstalments } from "./void-instalments.ts";

/** Inside the signature of the new one; the customer is locked. */
export async function replaceAgreement(
  context: Context,
  replaced: AgreementId,
  successor: AgreementRow,
): Promise<void> {
  const { tx, creditorId } = context;
  const old = await findAgreement(tx, creditorId, replaced);
  assert(old !== null, "an agreement that is replaced is there");
  // it may have been paid off in the meantime: then there is nothing to replace
  if (!moved(old.state, "renegotiated").ok) return;
  const facts = { code: "agreement_renegotiated", by: successor.number, old: old.number };
  await voidInstalments(context, old, successor.id, facts);
  await endAgreement(context, old, "renegotiated", successor.number);
  await noteAgreement(context, old.id, "renegotiated", [facts]);
}
