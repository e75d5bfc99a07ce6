/** Books what was looked at: a difference has to be insisted on; long work shows how far it is. */
import { Button, Input } from "antd";
import { useId, useState } from "react";
import type { StatementOutcome, StatementPreview } from "../../../src/contract/bank-line.ts";
import { type StatementAsked, useImportStatement } from "../../queries/bank-lines.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { differs } from "./statement-facts.tsx";
import { StatementProgress } from "./statement-progress.tsx";
import { useStatementWords } from "./statement-words.ts";

type StatementTakeProps = {
  readonly asked: StatementAsked;
  readonly preview: StatementPreview;
  readonly pending: boolean;
  readonly onBooked: (outcome: StatementOutcome) => void;
};

const newLines = ({ statements }: StatementPreview): number =>
  statements.reduce((sum, { lines, known }) => sum + lines - known, 0);

type InsistProps = { readonly value: string; readonly onChange: (reason: string) => void };

function Insist({ value, onChange }: InsistProps) {
  const { bankLines: words } = useWords();
  const id = useId();
  return (
    <div className="stack tight">
      <label htmlFor={id} className="strong">
        {words.insist}
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 1, maxRows: 4 }}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <span className="quiet small">{words.insistHint}</span>
    </div>
  );
}

/** What the button says, and why it can't be pressed. */
function useTaking({ preview }: Pick<StatementTakeProps, "preview">, insist: string) {
  const { bankLines: words, refusal } = useWords();
  const say = useStatementWords();
  const count = newLines(preview);
  const insistable = preview.statements.some(differs);
  const { storable, problem, notices } = preview;
  if (count === 0 && notices === 0) return { label: words.take(0), why: words.nothingNew };
  const label = count === 0 ? words.takeNotices : words.take(count);
  if (storable) return { label, why: null };
  const said =
    problem === null ? words.differsHint : (say(problem) ?? refusal({ type: "", ...problem }));
  if (!insistable) return { label, why: said };
  return { label: words.insistAct, why: insist.trim() === "" ? said : null };
}

export function StatementTake({ asked, preview, pending, onBooked }: StatementTakeProps) {
  const { bankLines: words } = useWords();
  const [insist, setInsist] = useState("");
  const [run, setRun] = useState("");
  const say = useStatementWords();
  const take = useImportStatement(onBooked);
  const { label, why } = useTaking({ preview }, insist);
  const insistable = !preview.storable && preview.statements.some(differs);
  const go = () => {
    const id = crypto.randomUUID();
    setRun(id);
    take.mutate({ ...asked, insist: insist.trim(), run: id });
  };
  if (take.isPending) return <StatementProgress run={run} total={newLines(preview)} />;
  return (
    <div className="stack store-line">
      <ProblemNote error={take.error} say={say} />
      {insistable && <Insist value={insist} onChange={setInsist} />}
      <div className="line wrap">
        <span className="quiet grow">{why ?? words.lead}</span>
        <Button
          type="primary"
          size="large"
          danger={insistable}
          disabled={why !== null || pending}
          onClick={go}
        >
          {label}
        </Button>
      </div>
    </div>
  );
}
