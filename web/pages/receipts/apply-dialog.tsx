/** Applies a receipt by hand where no line of the bank waits at the match desk. */
import { Modal } from "antd";
import type { ReceiptPage } from "../../../src/contract/receipt.ts";
import { useSaid } from "../../ui/said.tsx";
import { useWords } from "../../words.tsx";
import { NOTHING_CHOSEN, OwnSettlement } from "../match/own-settlement.tsx";
import "../match/match.css";

type ApplyDialogProps = { readonly receipt: ReceiptPage; readonly onClose: () => void };

export function ApplyDialog({ receipt, onClose }: ApplyDialogProps) {
  const { receipts: words, match } = useWords();
  const said = useSaid();
  return (
    <Modal open width={860} title={words.applyTitle} footer={null} onCancel={onClose}>
      <OwnSettlement
        receipt={{
          id: receipt.id,
          item: receipt.number,
          rest: receipt.rest,
          payerName: receipt.payerName,
          can: receipt.can.apply,
        }}
        customer={receipt.customer}
        first={NOTHING_CHOSEN}
        asksCustomer={receipt.customer === null}
        onApplied={(_, { name }) => {
          void said.success(match.accepted(name));
          onClose();
        }}
      />
    </Modal>
  );
}
