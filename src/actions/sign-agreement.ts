/** Records that the customer signed: the agreement is active from that day on. */
import { billInterest } from "../domain/desk/agreed-booking.ts";
import { judgeSignature, type SignatureRefusal } from "../domain/desk/signature.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import {
  insertAgreementItems,
  listAgreementItems,
  listInstalments,
  updateInterestItems,
} from "../store/agreement-items.ts";
import { type AgreementRow, updateSigned } from "../store/agreements.ts";
import { insertDocument } from "../store/documents.ts";
import { insertDueChanges } from "../store/due-changes.ts";
import { insertBooking } from "../store/items.ts";
import { type Context, defineAction } from "./action.ts";
import { type AgreementRefusal, lockAgreement } from "./decide-agreement.ts";
import { endTasksOf } from "./end-tasks.ts";
import { noteAgreement } from "./note-agreement.ts";
import { replaceAgreement } from "./renegotiate-plan.ts";

export type SignAgreement = {
  readonly id: AgreementId;
  readonly signedBy: string;
  readonly position: string;
  readonly signedOn: PlainDate;
  /** The signed paper as it was scanned. */
  readonly scan: {
    readonly bytes: Uint8Array;
    readonly mediaType: string;
    readonly fileName: string;
  } | null;
};

type Signed = { readonly id: AgreementId; readonly state: "active" };

/** Bills the interest of each instalment and takes the debit memos into the plan. */
async function bill(context: Context, agreement: AgreementRow, on: PlainDate): Promise<void> {
  const { tx, creditorId, today, newId } = context;
  const { id, number, customer, currency } = agreement;
  const instalments = await listInstalments(tx, creditorId, [id]);
  const billed = billInterest({ number, customer, currency, on, instalments }, newId);
  if (billed.items.length === 0) return;
  await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, billed.booking);
  const items = billed.items.map(({ item, amount, dueOn }) => ({
    ...{ item, amount, openWhenMade: amount, oldDueOn: dueOn },
    ...{ newDueOn: null, forgiven: 0n, billed: true },
  }));
  await insertAgreementItems(tx, creditorId, id, items);
  await updateInterestItems(tx, creditorId, id, billed.items);
}

/** Moves the due days of an extension from the day it was signed on. */
async function extend(context: Context, agreement: AgreementRow, on: PlainDate): Promise<void> {
  const { tx, creditorId, today, newId } = context;
  const items = await listAgreementItems(tx, creditorId, [agreement.id]);
  const changes = items.flatMap(({ item, newDueOn }) =>
    newDueOn === null ? [] : [{ id: newId() as string, item, newDueOn }],
  );
  const days = { effectiveOn: on, bookedOn: today };
  await insertDueChanges(tx, creditorId, agreement.id, changes, days);
}

/** What a signature brings about, by kind. */
async function carryOut(context: Context, agreement: AgreementRow, on: PlainDate): Promise<void> {
  const { kind, replaces } = agreement;
  if (kind === "extension") await extend(context, agreement, on);
  if (kind !== "repayment_plan") return;
  await bill(context, agreement, on);
  if (replaces !== null) await replaceAgreement(context, replaces, agreement);
}

export const signAgreement = defineAction<
  SignAgreement,
  Signed,
  SignatureRefusal | AgreementRefusal
>({
  name: "sign_agreement",
  permission: "agreement:conclude",
  audited: ({ scan, ...input }) => ({ ...input, scan: scan?.fileName ?? null }),
  async run(context, { id, signedBy, position, signedOn, scan }) {
    const { tx, creditorId, today, now } = context;
    const agreement = await lockAgreement(context, id);
    if (agreement === null) return refuse({ code: "agreement_not_found" });
    const judged = judgeSignature(agreement, signedOn, today);
    if (!judged.ok) return judged;
    const kept = { kind: "signed_agreement", source: "agreement", createdAt: now };
    const address =
      scan === null ? null : await insertDocument(tx, creditorId, { ...scan, ...kept });
    const signature = { signedOn, signedBy, signedPosition: position, scan: address };
    await updateSigned(tx, creditorId, id, { ...signature, ...judged.value });
    await carryOut(context, agreement, judged.value.activeOn);
    await endTasksOf(context, { subject: id, state: "done", outcome: null });
    const facts = { code: "agreement_signed", signedBy, position, signedOn, scan: scan !== null };
    await noteAgreement(context, id, "signed", [facts]);
    return ok({ id, state: "active" });
  },
});
