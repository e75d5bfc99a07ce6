/** One claim on a receipt: for whom, by whom, why, how it was decided, and what can be done. */
import { useState } from "react";
import type { ReceiptClaim } from "../../../src/contract/receipt-claim.ts";
import { useDecideClaim, useWithdrawClaim } from "../../queries/claims.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { whoIs } from "../../words/who.ts";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";

type ClaimProps = { readonly claim: ReceiptClaim };

const STATE_TAG = { waiting: "accent", approved: "success", refused: "", withdrawn: "" } as const;

function RefuseDialog({ claim, onClose }: ClaimProps & { readonly onClose: () => void }) {
  const { claims: words } = useWords();
  const decide = useDecideClaim({ after: onClose, inDialog: true });
  return (
    <ReasonDialog
      title={words.refuseTitle}
      label={words.refuseReason}
      act={words.refuse}
      pending={decide.isPending}
      error={decide.error}
      onReason={(reason) => decide.mutate({ claim: claim.id, approve: false, reason })}
      onClose={onClose}
    />
  );
}

function Acts({ claim }: ClaimProps) {
  const { claims: words } = useWords();
  const [refusing, setRefusing] = useState(false);
  const decide = useDecideClaim({ inDialog: false });
  const withdraw = useWithdrawClaim();
  return (
    <span className="line wrap">
      <CanButton
        can={claim.can.approve}
        size="small"
        type="primary"
        loading={decide.isPending}
        onClick={() => decide.mutate({ claim: claim.id, approve: true, reason: null })}
      >
        {words.approve}
      </CanButton>
      <CanButton can={claim.can.refuse} size="small" onClick={() => setRefusing(true)}>
        {words.refuse}
      </CanButton>
      {claim.own && (
        <CanButton
          can={claim.can.withdraw}
          size="small"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(claim.id)}
        >
          {words.withdraw}
        </CanButton>
      )}
      {refusing && <RefuseDialog claim={claim} onClose={() => setRefusing(false)} />}
    </span>
  );
}

/** The server's own reason, where another claim was approved; else a person's words. */
const said = ({ otherApproved }: Words["claims"], reason: string): string =>
  reason === "other_claim_approved" ? otherApproved : reason;

export function ClaimCard({ claim }: ClaimProps) {
  const all = useWords();
  const { claims: words } = all;
  const { state, decidedBy, decidedAt, decisionReason } = claim;
  return (
    <article className={state === "waiting" ? "record-line" : "record-line ended"}>
      <span className="spread">
        <CustomerLink customer={claim.customer} />
        <span className="line">
          {claim.own && <span className="tag">{words.own}</span>}
          <span className={`tag ${STATE_TAG[state]}`}>{words.states[state]}</span>
        </span>
      </span>
      <span>{claim.reason}</span>
      <span className="small quiet number">
        {words.by(whoIs(all, claim.claimedBy), dayAndClock(claim.claimedAt))}
      </span>
      {decidedAt !== null && (
        <span className="small quiet number">
          {words.decided(whoIs(all, decidedBy), dayAndClock(decidedAt))}
          {decisionReason !== null && ` · ${said(words, decisionReason)}`}
        </span>
      )}
      {state === "waiting" && <Acts claim={claim} />}
    </article>
  );
}
