/** The steps of a bill: each one visible, with what it does, and why it can't be taken now. */
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import type { Bill } from "../../../src/contract/bill.ts";
import { type BillMove, useMoveBill } from "../../queries/bills.ts";
import { useCreditor } from "../../queries/session.ts";
import { AmountField, wireAmount } from "../../ui/amount-field.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

const MOVES: readonly BillMove[] = [
  "presented",
  "cleared",
  "dishonoured",
  "notified",
  "recourse",
  "endorsed",
  "discounted",
];

type MoveProps = { readonly bill: Bill; readonly to: BillMove; readonly onClose: () => void };
type Given = { readonly on: string; readonly note?: string; readonly charge?: string };

const orNull = (text: string | undefined): string | null => text?.trim() || null;

/** What the bank takes, for the two steps where it takes something. */
const takesCharge = (to: BillMove): to is "dishonoured" | "discounted" =>
  to === "dishonoured" || to === "discounted";

function Fields({ bill, to }: Omit<MoveProps, "onClose">) {
  const { bills: words } = useWords();
  const today = useCreditor().businessDay;
  return (
    <>
      <Form.Item name="on" label={words.on} rules={[{ required: true }]}>
        <DayField min={bill.receivedOn} max={today} allowClear={false} />
      </Form.Item>
      {takesCharge(to) && (
        <Form.Item name="charge" label={words.charge[to]}>
          <AmountField currency={bill.amount.currency} />
        </Form.Item>
      )}
      <Form.Item name="note" label={words.note}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </>
  );
}

function MoveDialog({ bill, to, onClose }: MoveProps) {
  const { bills: words, frame } = useWords();
  const today = useCreditor().businessDay;
  const [form] = Form.useForm<Given>();
  const move = useMoveBill(onClose);
  const send = ({ on, note, charge }: Given) => {
    const cost = orNull(charge);
    move.mutate({
      bill: bill.id,
      version: bill.version,
      ...{ to, on, note: orNull(note) },
      charge: cost === null ? null : wireAmount(cost, bill.amount.currency),
    });
  };
  return (
    <Modal
      open
      width={460}
      title={`${words.moves[to]} ${bill.number}`}
      okText={words.moves[to]}
      cancelText={frame.cancel}
      okButtonProps={{ loading: move.isPending, danger: to === "dishonoured" }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: today }}
        onFinish={send}
      >
        <p className="quiet">{words.moveTexts[to]}</p>
        <Fields bill={bill} to={to} />
        <ProblemNote error={move.error} />
      </Form>
    </Modal>
  );
}

/** The first step that can be taken is the likely one. */
export function BillMoves({ bill }: { readonly bill: Bill }) {
  const { bills: words } = useWords();
  const [to, setTo] = useState<BillMove | null>(null);
  const likely = MOVES.find((move) => bill.can[move] === true);
  const shown = MOVES.toSorted(
    (a, b) => Number(bill.can[b] === true) - Number(bill.can[a] === true),
  );
  return (
    <div className="line wrap">
      {shown.map((move) => (
        <CanButton
          key={move}
          can={bill.can[move]}
          type={move === likely ? "primary" : "default"}
          onClick={() => setTo(move)}
        >
          {words.moves[move]}
        </CanButton>
      ))}
      {to !== null && <MoveDialog bill={bill} to={to} onClose={() => setTo(null)} />}
    </div>
  );
}
