/** Agreements over HTTP: previews and proposals, the list, one with its document, what follows. */
import { acceleratePlan } from "../actions/accelerate-plan.ts";
import type { AgreementDraft } from "../actions/agreement-desk.ts";
import { agreementDocument, agreementScan } from "../actions/agreement-document.ts";
import { draftDiscount } from "../actions/draft-discount.ts";
import { draftExtension } from "../actions/draft-extension.ts";
import { draftPlan } from "../actions/draft-plan.ts";
import { issueAgreement } from "../actions/issue-agreement.ts";
import { perform } from "../actions/perform.ts";
import { previewAgreement } from "../actions/preview-agreement.ts";
import { proposeDiscount } from "../actions/propose-discount.ts";
import { proposeExtension } from "../actions/propose-extension.ts";
import { proposePlan } from "../actions/propose-plan.ts";
import { signAgreement } from "../actions/sign-agreement.ts";
import { withdrawAgreement } from "../actions/withdraw-agreement.ts";
import * as contract from "../contract/agreement.ts";
import * as proposal from "../contract/agreement-proposal.ts";
import type { AgreementId, CustomerId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { viewAgreementTerms } from "../views/agreement-terms.ts";
import { viewAgreement, viewAgreements } from "../views/agreements.ts";
import { look } from "../views/look.ts";
import { pdf } from "./pdf.ts";
import { type Route, route } from "./route.ts";

/** A draft as it is shown: its parts and terms are stored, not sent. */
function shown<Refusal>(draft: Result<AgreementDraft, Refusal>) {
  if (!draft.ok) return draft;
  const { kind, amount, interest, forgiven, lastOn, days, instalments } = draft.value;
  const { facts, concessions } = draft.value;
  return ok({
    ...{ kind, amount, interest, forgiven, lastOn, days, instalments, concessions },
    ...{ risk: facts.risk, cost: facts.cost },
  });
}

const offers: readonly Route[] = [
  route(proposal.agreementTerms, async ({ desk, params, query }) => {
    const customer = params.customer as CustomerId;
    const replaces = (query.replaces as AgreementId | undefined) ?? null;
    const terms = await look(desk, (sight) => viewAgreementTerms(sight, customer, replaces));
    return terms.ok ? ok(terms.value) : terms;
  }),
  route(proposal.previewPlan, async ({ desk, params, body }) =>
    shown(await previewAgreement(desk, params.customer as CustomerId, body, draftPlan)),
  ),
  route(proposal.proposePlan, ({ desk, params, body }) =>
    perform(desk, proposePlan, { ...body, customer: params.customer as CustomerId }),
  ),
  route(proposal.previewExtension, async ({ desk, params, body }) =>
    shown(await previewAgreement(desk, params.customer as CustomerId, body, draftExtension)),
  ),
  route(proposal.proposeExtension, ({ desk, params, body }) =>
    perform(desk, proposeExtension, { ...body, customer: params.customer as CustomerId }),
  ),
  route(proposal.previewDiscount, async ({ desk, params, body }) =>
    shown(await previewAgreement(desk, params.customer as CustomerId, body, draftDiscount)),
  ),
  route(proposal.proposeDiscount, ({ desk, params, body }) =>
    perform(desk, proposeDiscount, { ...body, customer: params.customer as CustomerId }),
  ),
];

const reads: readonly Route[] = [
  route(contract.listAgreements, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewAgreements(sight, query))),
  ),
  route(contract.agreement, async ({ desk, params }) => {
    const id = params.agreement as AgreementId;
    const found = await look(desk, (sight) => viewAgreement(sight, id));
    return found === null ? refuse({ code: "agreement_not_found" }) : ok(found);
  }),
  route(contract.agreementDocument, async ({ desk, params, query }) =>
    pdf(await agreementDocument(desk, params.agreement as AgreementId, query.language ?? null)),
  ),
  route(contract.agreementScan, async ({ desk, params }) =>
    pdf(await agreementScan(desk, params.agreement as AgreementId)),
  ),
];

/** The scan that came with a signature, if one did. */
async function scanOf(file: File | undefined) {
  if (file === undefined || file.size === 0) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { bytes, mediaType: file.type || "application/octet-stream", fileName: file.name };
}

const acts: readonly Route[] = [
  route(contract.issueAgreement, ({ desk, params, body }) =>
    issueAgreement(desk, { ...body, id: params.agreement as AgreementId }),
  ),
  route(contract.signAgreement, async ({ desk, params, body: { scan: file, ...body } }) => {
    const scan = await scanOf(file);
    return await perform(desk, signAgreement, {
      ...{ ...body, scan, id: params.agreement as AgreementId },
    });
  }),
  route(contract.withdrawAgreement, ({ desk, params, body }) =>
    perform(desk, withdrawAgreement, { ...body, id: params.agreement as AgreementId }),
  ),
  route(contract.acceleratePlan, ({ desk, params, body }) =>
    perform(desk, acceleratePlan, { ...body, id: params.agreement as AgreementId }),
  ),
];

export const agreementRoutes: readonly Route[] = [...offers, ...reads, ...acts];
