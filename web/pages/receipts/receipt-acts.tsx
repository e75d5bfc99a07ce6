/** What can be done with a receipt: apply it, claim it, take it as returned, give some back. */
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ReceiptPage } from "../../../src/contract/receipt.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { useWords } from "../../words.tsx";
import { ClaimDialog } from "../claims/claim-dialog.tsx";
import { ApplyDialog } from "./apply-dialog.tsx";
import { RefundDialog } from "./refund-dialog.tsx";
import { ReturnDialog } from "./return-dialog.tsx";

type ActsProps = { readonly receipt: ReceiptPage };
type Asking = "apply" | "claim" | "return" | "refund" | null;

/** A waiting line is applied at the match desk, where its proposals are. */
function useApply(receipt: ReceiptPage, byHand: () => void) {
  const { code } = useCreditor();
  const navigate = useNavigate();
  const { bankLine } = receipt;
  if (bankLine === null || bankLine.state !== "open") return byHand;
  return () =>
    void navigate({ to: PATHS.match, params: { creditor: code }, search: { line: bankLine.id } });
}

export function ReceiptActs({ receipt }: ActsProps) {
  const { receipts: words } = useWords();
  const [asking, setAsking] = useState<Asking>(null);
  const apply = useApply(receipt, () => setAsking("apply"));
  const close = () => setAsking(null);
  const { can, state } = receipt;
  if (state === "returned") return null;
  return (
    <div className="line wrap">
      <CanButton can={can.apply} type="primary" onClick={apply}>
        {words.apply}
      </CanButton>
      {state === "unidentified" && (
        <CanButton can={can.claim} onClick={() => setAsking("claim")}>
          {words.claim}
        </CanButton>
      )}
      <CanButton can={can.return} onClick={() => setAsking("return")}>
        {words.return}
      </CanButton>
      {state === "identified" && (
        <CanButton can={can.refund} onClick={() => setAsking("refund")}>
          {words.refund}
        </CanButton>
      )}
      {asking === "apply" && <ApplyDialog receipt={receipt} onClose={close} />}
      {asking === "claim" && <ClaimDialog receipt={receipt.id} onClose={close} />}
      {asking === "return" && <ReturnDialog receipt={receipt.id} onClose={close} />}
      {asking === "refund" && <RefundDialog receipt={receipt} onClose={close} />}
    </div>
  );
}
