/** What may be done with an agreement now; what may not is visible and says why. */
import { Button } from "antd";
import { useState } from "react";
import { OfferDialog } from "../../acts/offer-dialog.tsx";
import type { AgreementAnswer } from "../../queries/agreements-made.ts";
import { useEndAgreement } from "../../queries/agreements-made.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWords } from "../../words.tsx";
import { IssueDialog } from "./issue-dialog.tsx";
import { SignDialog } from "./sign-dialog.tsx";

type Of = { readonly agreement: AgreementAnswer };
type Verb = "issue" | "sign" | "accelerate" | "renegotiate" | "withdraw";

/** In the order of an agreement's life: the first that may be done is the likely one. */
const VERBS: readonly Verb[] = ["issue", "sign", "accelerate", "renegotiate", "withdraw"];

function EndDialog({ verb, agreement, onClose }: Of & DialogProps) {
  const { agreed } = useWords();
  const end = useEndAgreement(verb, agreement.id, onClose);
  const accelerates = verb === "accelerate";
  return (
    <ReasonDialog
      title={accelerates ? agreed.accelerateTitle : agreed.withdrawAgreement}
      label={agreed.accelerateReason}
      act={accelerates ? agreed.accelerate : agreed.withdrawAgreement}
      pending={end.isPending}
      error={end.error}
      onReason={(reason) => end.mutate(reason)}
      onClose={onClose}
      {...(accelerates ? { hint: agreed.accelerateLead } : {})}
    />
  );
}
type DialogProps = { readonly verb: "accelerate" | "withdraw"; readonly onClose: () => void };

function Papers({ agreement }: Of) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  const path = `/api/creditors/${creditor}/agreements/${agreement.id}`;
  return (
    <>
      <Button href={`${path}/document`} target="_blank">
        {agreed.openDocument}
      </Button>
      {agreement.hasScan && (
        <Button href={`${path}/scan`} target="_blank">
          {agreed.openScan}
        </Button>
      )}
    </>
  );
}

export function AgreementActs({ agreement }: Of) {
  const { agreed } = useWords();
  const [verb, setVerb] = useState<Verb | null>(null);
  const close = () => setVerb(null);
  const names: Readonly<Record<Verb, string>> = {
    issue: agreed.issue,
    sign: agreed.sign,
    accelerate: agreed.accelerate,
    renegotiate: agreed.renegotiate,
    withdraw: agreed.withdrawAgreement,
  };
  const likely = VERBS.find((each) => agreement.can[each] === true);
  return (
    <div className="line wrap">
      {VERBS.map((each) => (
        <CanButton
          key={each}
          can={agreement.can[each]}
          type={each === likely && each !== "withdraw" ? "primary" : "default"}
          onClick={() => setVerb(each)}
        >
          {names[each]}
        </CanButton>
      ))}
      <Papers agreement={agreement} />
      {verb === "issue" && <IssueDialog agreement={agreement} onClose={close} />}
      {verb === "sign" && <SignDialog agreement={agreement} onClose={close} />}
      {verb === "renegotiate" && (
        <OfferDialog
          kind="repayment_plan"
          customer={agreement.customer.id}
          replaces={agreement.id}
          onClose={close}
        />
      )}
      {(verb === "accelerate" || verb === "withdraw") && (
        <EndDialog verb={verb} agreement={agreement} onClose={close} />
      )}
    </div>
  );
}
