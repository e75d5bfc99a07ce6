/** The end of an act's form: what went wrong, cancel, and the one primary button. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { ProblemNote } from "../ui/states.tsx";
import { useWords } from "../words.tsx";

type ActFootProps = {
  readonly error: unknown;
  readonly pending: boolean;
  readonly label: string;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
};

export function ActFoot({ error, pending, label, onCancel, children }: ActFootProps) {
  const words = useWords();
  return (
    <div className="stack">
      <ProblemNote error={error} />
      <div className="act-foot">
        <span className="grow">{children}</span>
        <Button onClick={onCancel}>{words.frame.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={pending}>
          {label}
        </Button>
      </div>
    </div>
  );
}
