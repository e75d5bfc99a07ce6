/** The end of a form in the drawer: what went wrong, cancel, the one primary button. */
import { Button } from "antd";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import "../../acts/acts.css";

type FormFootProps = {
  readonly error: unknown;
  readonly pending: boolean;
  readonly label: string;
  readonly onCancel: () => void;
};

export function FormFoot({ error, pending, label, onCancel }: FormFootProps) {
  const { frame } = useWords();
  return (
    <div className="stack">
      <ProblemNote error={error} />
      <div className="act-foot">
        <span className="grow" />
        <Button onClick={onCancel}>{frame.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={pending}>
          {label}
        </Button>
      </div>
    </div>
  );
}
