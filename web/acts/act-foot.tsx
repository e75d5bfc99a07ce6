/** The end of an act's form: what went wrong, cancel, and the one primary button. */
import { Button } from "antd";
import { type ReactNode, useContext } from "react";
import { ProblemNote } from "../ui/states.tsx";
import { useWords } from "../words.tsx";
import { ActFraming, useFormDraft } from "./draft.ts";

type ActFootProps = {
  readonly error: unknown;
  readonly pending: boolean;
  readonly label: string;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
};

/** Stands inside the act's form and keeps its draft. Cancelling throws the draft away. */
export function ActFoot({ error, pending, label, onCancel, children }: ActFootProps) {
  const { frame, work } = useWords();
  const framing = useContext(ActFraming);
  const restored = useFormDraft();
  return (
    <div className="stack">
      {restored && <p className="small quiet">{work.keptDraftHint}</p>}
      <ProblemNote error={error} />
      <div className="act-foot">
        <span className="grow">{children}</span>
        <Button onClick={framing?.onThrowAway ?? onCancel}>{frame.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={pending} title={work.saveKey}>
          {label}
        </Button>
      </div>
    </div>
  );
}
