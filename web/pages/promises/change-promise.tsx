/** Renegotiates a promise: another day for the same documents, with the reason. */
import { Form } from "antd";
import { isPositive, subtract } from "../../../src/domain/values/money.ts";
import type { PromiseRow } from "../../queries/promises.ts";
import { useChangePromise } from "../../queries/promises.ts";
import { useCreditor } from "../../queries/session.ts";
import { DayField } from "../../ui/day-field.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { moneyFrom, wireFrom } from "../../ui/wire-sums.ts";
import { useWords } from "../../words.tsx";

type ChangeProps = { readonly promise: PromiseRow; readonly onClose: () => void };

/** What has come is kept; the rest is promised anew. */
function stillPromised({ id, amount, came }: PromiseRow["items"][number]) {
  const left = subtract(moneyFrom(amount), moneyFrom(came));
  return isPositive(left) ? [{ item: id, amount: wireFrom(left) }] : [];
}

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
          contact: promise.contact?.id ?? null,
          channel: promise.channel,
          items: promise.items.flatMap(stillPromised),
        })
      }
    >
      <Form.Item name="payOn" label={agreed.newDay} rules={[{ required: true }]}>
        <DayField min={businessDay} allowClear={false} />
      </Form.Item>
    </ReasonDialog>
  );
}
