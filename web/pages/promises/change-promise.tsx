/** Renegotiates a promise: another day for the same documents, with the reason. */
import { Form } from "antd";
import type { PromiseRow } from "../../queries/promises.ts";
import { useChangePromise } from "../../queries/promises.ts";
import { useCreditor } from "../../queries/session.ts";
import { DayField } from "../../ui/day-field.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWords } from "../../words.tsx";

type ChangeProps = { readonly promise: PromiseRow; readonly onClose: () => void };

/** The day is a field of the same form as the reason: antd hands both over together. */
export function ChangePromise({ promise, onClose }: ChangeProps) {
  const { agreed } = useWords();
  const { businessDay } = useCreditor();
  const change = useChangePromise(onClose);
  return (
    <ReasonDialog
      title={agreed.changeTitle}
      label={agreed.changeReason}
      act={agreed.change}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onReason={(reason, fields) =>
        change.mutate({
          promise: promise.id,
          payOn: String(fields["payOn"]),
          reason,
          takenFrom: promise.takenFrom,
          items: promise.items.map(({ id, amount }) => ({ item: id, amount })),
        })
      }
    >
      <Form.Item name="payOn" label={agreed.newDay} rules={[{ required: true }]}>
        <DayField min={businessDay} allowClear={false} />
      </Form.Item>
    </ReasonDialog>
  );
}
