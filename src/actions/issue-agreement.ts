/** Issues an approved agreement's document to be signed: from then on its words are fixed. */

import type { PrintRefusal } from "../documents/pdf.ts";
import type { LetterLanguage } from "../domain/book/letter.ts";
import { type Concession, whatItGivesUp } from "../domain/desk/agreement-concessions.ts";
import { wireAmount } from "../domain/desk/agreement-terms.ts";
import { type IssueRefusal, judgeIssue } from "../domain/desk/issue.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId, CreditorId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { listGuarantees } from "../store/agreeable-items.ts";
import { listAgreementItems } from "../store/agreement-items.ts";
import { type AgreementRow, findAgreement, updateIssued } from "../store/agreements.ts";
import { insertDocument } from "../store/documents.ts";
import type { Executor } from "../store/sql.ts";
import { defineAction } from "./action.ts";
import { drawPaper, loadPaper } from "./agreement-document.ts";
import { lockAgreement } from "./decide-agreement.ts";
import { noteAgreement } from "./note-agreement.ts";
import { businessDayOf, type Desk, type PerformRefusal, perform } from "./perform.ts";

export type IssueAgreement = {
  readonly id: AgreementId;
  readonly language: LetterLanguage;
  readonly reservePenalty: boolean;
  readonly concedes: boolean;
};

type Issued = { readonly id: AgreementId; readonly concessions: readonly Concession[] };
type Refusal = IssueRefusal | PerformRefusal | PrintRefusal;

/** What the document gives up with these clauses, as the agreement stands. */
async function concessionsNow(
  tx: Executor,
  creditorId: CreditorId,
  agreement: AgreementRow,
  today: PlainDate,
): Promise<readonly Concession[]> {
  const { kind, clauses, currency, forgiven, interest } = agreement;
  const items = await listAgreementItems(tx, creditorId, [agreement.id]);
  return whatItGivesUp({
    ...{ kind, clauses, today, statesInterest: interest > 0n },
    forgiven: forgiven > 0n ? wireAmount(money(forgiven, currency)) : null,
    parts: items
      .filter(({ billed }) => !billed)
      .map(({ number, oldDueOn, newDueOn }) => ({ number, dueOn: oldDueOn, newDueOn })),
    guarantees: await listGuarantees(tx, creditorId, agreement.customer),
  });
}

const storeIssued = defineAction<
  IssueAgreement & { readonly bytes: Uint8Array },
  Issued,
  IssueRefusal
>({
  name: "issue_agreement",
  permission: "agreement:propose",
  audited: ({ bytes, ...input }) => ({ ...input, size: bytes.length }),
  async run(context, { id, reservePenalty, concedes, bytes }) {
    const { tx, creditorId, today, now } = context;
    const agreement = await lockAgreement(context, id);
    if (agreement === null) return refuse({ code: "agreement_not_found" });
    const clauses = { ...agreement.clauses, reservePenalty };
    const concessions = await concessionsNow(tx, creditorId, { ...agreement, clauses }, today);
    const judged = judgeIssue(agreement, concessions, concedes);
    if (!judged.ok) return judged;
    const address = await insertDocument(tx, creditorId, {
      ...{ bytes, mediaType: "application/pdf", fileName: `${agreement.number}.pdf` },
      ...{ kind: "agreement", source: "agreement", createdAt: now },
    });
    await updateIssued(tx, creditorId, id, address, clauses);
    const codes = concessions.map(({ code }) => code);
    const fact = { code: "agreement_issued", number: agreement.number, concedes: codes };
    await noteAgreement(context, id, "issued", [fact]);
    return ok({ id, concessions });
  },
});

/** Draws outside of any transaction, then stores; who was quicker wins. */
export async function issueAgreement(
  desk: Desk,
  input: IssueAgreement,
): Promise<Result<Issued, Refusal>> {
  const { creditorId } = desk;
  const today = await businessDayOf(desk);
  if (today === null) return refuse({ code: "creditor_not_found" });
  const paper = await desk.database.reading(async (tx) => {
    const agreement = await findAgreement(tx, creditorId, input.id);
    if (agreement === null) return null;
    const { language, reservePenalty } = input;
    const clauses = { ...agreement.clauses, reservePenalty };
    return loadPaper(tx, creditorId, agreement, { language, clauses, writtenOn: today });
  }, desk.actor.reach);
  if (paper === null) return refuse({ code: "agreement_not_found" });
  const drawn = await drawPaper(paper);
  return drawn.ok ? perform(desk, storeIssued, { ...input, bytes: drawn.value }) : drawn;
}
