/** One act on all chosen customers: what, what it would do to each, then it is done. */
import { Button, Form, Modal, Progress } from "antd";
import type { BulkAct } from "../../../src/contract/bulk-work.ts";
import type { TodayLine } from "../../../src/contract/today.ts";
import { type BulkLine, isFine, useBulk } from "../../queries/bulk.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useUndo } from "../../ui/undo.tsx";
import { useWords } from "../../words.tsx";
import { actOf, BulkFields, type BulkGiven } from "./bulk-fields.tsx";
import { BulkTable } from "./bulk-table.tsx";
import { useTakeBack } from "./bulk-undo.ts";

type BulkDialogProps = {
  /** Those chosen when it was opened: the list behind moves on while they are worked. */
  readonly lines: readonly TodayLine[];
  readonly onClose: () => void;
  /** After it was done: the choice is over. */
  readonly onDone: () => void;
};

const idsOf = (lines: readonly { readonly customer: { readonly id: string } }[]) =>
  lines.map(({ customer }) => customer.id);

function useSteps({ lines, onDone, onClose }: BulkDialogProps) {
  const { work } = useWords();
  const { offer } = useUndo();
  const [form] = Form.useForm<BulkGiven>();
  const { bulk, preview, go, ...state } = useBulk();
  const takeBack = useTakeBack(lines);
  const run = async (act: BulkAct, fine: readonly BulkLine[]) => {
    const done = (await go(idsOf(fine), act)).filter(isFine);
    const back = takeBack(act, idsOf(done));
    const refused = fine.length - done.length;
    if (back !== null && done.length > 0) offer(work.bulk.done(done.length, refused), back);
    onDone();
  };
  const press = () => {
    if (bulk.phase === "asking") form.submit();
    else if (bulk.phase === "done") onClose();
    else void run(bulk.act, bulk.lines.filter(isFine));
  };
  const ask = (given: BulkGiven) => void preview(idsOf(lines), actOf(given));
  return { ...state, bulk, form, press, ask };
}

function useOkText(steps: ReturnType<typeof useSteps>): string {
  const { work, frame } = useWords();
  const { bulk } = steps;
  if (bulk.phase === "asking") return work.bulk.preview;
  if (bulk.phase === "done") return frame.close;
  return work.bulk.act(bulk.lines.filter(isFine).length);
}

export default function BulkDialog(props: BulkDialogProps) {
  const { work, frame } = useWords();
  const steps = useSteps(props);
  const { bulk, progress, error } = steps;
  const { lines: chosen } = props;
  const nothing = bulk.phase === "previewed" && !bulk.lines.some(isFine);
  const back = bulk.phase === "previewed" ? steps.again : props.onClose;
  const okText = useOkText(steps);
  return (
    <Modal
      open
      width={bulk.phase === "asking" ? 520 : 860}
      title={work.bulk.title(chosen.length)}
      onCancel={props.onClose}
      footer={[
        bulk.phase !== "done" && (
          <Button key="back" onClick={back}>
            {bulk.phase === "previewed" ? work.bulk.again : frame.cancel}
          </Button>
        ),
        <Button
          key="go"
          type="primary"
          loading={progress !== null}
          disabled={nothing}
          onClick={steps.press}
        >
          {okText}
        </Button>,
      ]}
    >
      <div className="stack">
        {bulk.phase === "asking" ? (
          <Form
            form={steps.form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ kind: "release", channel: "call" }}
            onFinish={steps.ask}
          >
            <p className="quiet">{work.bulk.previewText}</p>
            <BulkFields form={steps.form} />
          </Form>
        ) : (
          <BulkTable lines={bulk.lines} done={bulk.phase === "done"} />
        )}
        {progress !== null && (
          <Progress
            percent={Math.round((progress / chosen.length) * 100)}
            format={() => work.bulk.progress(progress, chosen.length)}
          />
        )}
        <ProblemNote error={error} />
      </div>
    </Modal>
  );
}
