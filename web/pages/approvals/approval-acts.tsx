/** Deciding on an approval: a dialog each, so that nothing is approved by one slip. */
import { Link } from "@tanstack/react-router";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import type { WaitingElsewhere } from "../../../src/contract/approval.ts";
import { PATHS } from "../../paths.ts";
import { useDecideApproval, useWithdrawApproval } from "../../queries/approvals.ts";
import { useCreditor } from "../../queries/session.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { type ApprovalRow, isOwnPage, kindName } from "./approval-rows.ts";

export type Asking = "approve" | "refuse" | "withdraw";
type DialogProps = { readonly row: ApprovalRow; readonly onClose: () => void };

function ApproveDialog({ row, onClose }: DialogProps) {
  const words = useWords();
  const [form] = Form.useForm<{ remark: string }>();
  const decide = useDecideApproval(onClose);
  const { customer, amount } = row.line;
  return (
    <Modal
      open
      width={440}
      title={words.approvals.approveTitle(kindName(words, row))}
      okText={words.approvals.approve}
      cancelText={words.frame.cancel}
      okButtonProps={{ loading: decide.isPending, autoFocus: true }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="spread">
        <span className="strong">{customer?.name}</span>
        <span className="number">{amount === null ? "" : amountWithCurrency(amount)}</span>
      </p>
      <p className="quiet">{row.line.reason}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ remark: "" }}
        onFinish={({ remark }) =>
          decide.mutate({ approval: row.id, approve: true, reason: remark.trim() || null })
        }
      >
        <Form.Item name="remark" label={words.approvals.remark}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        <ProblemNote error={decide.error} />
      </Form>
    </Modal>
  );
}

function RefuseDialog({ row, onClose }: DialogProps) {
  const { approvals: words } = useWords();
  const decide = useDecideApproval(onClose);
  return (
    <ReasonDialog
      title={words.refuseTitle}
      label={words.refuseReason}
      act={words.refuse}
      pending={decide.isPending}
      error={decide.error}
      onReason={(reason) => decide.mutate({ approval: row.id, approve: false, reason })}
      onClose={onClose}
    />
  );
}

function WithdrawDialog({ row, onClose }: DialogProps) {
  const { approvals: words } = useWords();
  const withdraw = useWithdrawApproval(onClose);
  return (
    <ReasonDialog
      title={words.withdrawTitle}
      label={words.withdrawReason}
      act={words.withdraw}
      pending={withdraw.isPending}
      error={withdraw.error}
      onReason={(reason) => withdraw.mutate({ approval: row.id, reason })}
      onClose={onClose}
    />
  );
}

const DIALOGS = { approve: ApproveDialog, refuse: RefuseDialog, withdraw: WithdrawDialog };

export function ApprovalDialog({ asking, ...props }: DialogProps & { readonly asking: Asking }) {
  const Dialog = DIALOGS[asking];
  return <Dialog {...props} />;
}

function ThereLink({ line }: { readonly line: WaitingElsewhere }) {
  const { approvals: words } = useWords();
  const { code: creditor } = useCreditor();
  const search = { receipt: line.receipt };
  const to = line.kind === "refund" ? PATHS.receipts : PATHS.claims;
  return (
    <Link to={to} params={{ creditor }} search={search}>
      {words.toDecide}
    </Link>
  );
}

type ActsProps = { readonly row: ApprovalRow; readonly whole?: boolean };

/** In a row only what the reader may do; `whole` shows each with why it may not be done. */
export function ApprovalActs({ row, whole = false }: ActsProps) {
  const { approvals: words } = useWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { line } = row;
  if (!isOwnPage(line)) return <ThereLink line={line} />;
  if (line.state !== "requested") return null;
  const { can } = line;
  const decides = whole || can.approve === true || can.withdraw !== true;
  return (
    <span className="line wrap">
      {decides && (
        <>
          <CanButton
            can={can.approve}
            size="small"
            type={whole ? "primary" : "default"}
            onClick={() => setAsking("approve")}
          >
            {words.approve}
          </CanButton>
          <CanButton can={can.refuse} size="small" onClick={() => setAsking("refuse")}>
            {words.refuse}
          </CanButton>
        </>
      )}
      {can.withdraw === true && (
        <CanButton can={can.withdraw} size="small" onClick={() => setAsking("withdraw")}>
          {words.withdraw}
        </CanButton>
      )}
      {asking !== null && (
        <ApprovalDialog asking={asking} row={row} onClose={() => setAsking(null)} />
      )}
    </span>
  );
}
