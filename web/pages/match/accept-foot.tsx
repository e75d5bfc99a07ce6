/** How the chosen proposal adds up, and the acts: accept, remember the payer, split, ignore. */
import { Button, Checkbox } from "antd";
import { useState } from "react";
import type { MatchProposal } from "../../../src/contract/match.ts";
import { problemOf } from "../../api.ts";
import { type MatchLineAnswer, useAcceptProposal } from "../../queries/match.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { useKeys } from "../../ui/keys.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { IgnoreDialog } from "../bank-lines/ignore-dialog.tsx";
import { AddingUp } from "./adding-up.tsx";
import type { LinePanelProps } from "./line-panel.tsx";
import { useProposalSum } from "./proposal-detail.tsx";
import { useLearn } from "./use-learn.ts";

type AcceptFootProps = {
  readonly answer: MatchLineAnswer;
  /** Null while a person allocates by hand. */
  readonly proposal: MatchProposal | undefined;
  readonly onOwn: (() => void) | undefined;
  readonly onDone: LinePanelProps["onDone"];
};

const NOTHING = { application: null, line: null };

function Ignore({ answer, onDone }: Pick<AcceptFootProps, "answer" | "onDone">) {
  const { match: words, bankLines } = useWords();
  const [asking, setAsking] = useState(false);
  const { line, can } = answer;
  useKeys({ i: () => can.ignore === true && setAsking(true) });
  return (
    <>
      <CanButton can={can.ignore} onClick={() => setAsking(true)}>
        {words.ignore} <kbd>I</kbd>
      </CanButton>
      {asking && (
        <IgnoreDialog
          line={line}
          onClose={() => setAsking(false)}
          onDone={() => onDone(NOTHING, bankLines.ignored)}
        />
      )}
    </>
  );
}

type AcceptProps = {
  readonly answer: MatchLineAnswer;
  readonly proposal: MatchProposal;
  readonly onDone: LinePanelProps["onDone"];
};

/** Nobody's money settles nothing: there is nothing to accept about it. */
const acceptable = ({ what }: MatchProposal): boolean => what !== "unidentified";

function useAccept({ answer, proposal, onDone }: AcceptProps) {
  const { match: words } = useWords();
  const learn = useLearn();
  const done =
    proposal.customer === null ? words.acceptedOther : words.accepted(proposal.customer.name);
  const accept = useAcceptProposal((applied) => onDone(applied, done));
  const go = () => {
    if (proposal.can.accept !== true || accept.isPending || !acceptable(proposal)) return;
    accept.mutate({ line: answer.line.id, proposal, learn: learn.checked });
  };
  useKeys({ Enter: go });
  return { accept, learn, go };
}

function Accept(props: AcceptProps) {
  const { match: words, refusal } = useWords();
  const { answer, proposal } = props;
  const { accept, learn, go } = useAccept(props);
  const { payerName, receipt, amount } = answer.line;
  const sum = useProposalSum(proposal, receipt?.unapplied ?? amount);
  const { customer, what } = proposal;
  const learns = what === "receipt" && customer !== null && payerName !== null;
  const outdated = accept.error !== null && problemOf(accept.error).code === "proposal_outdated";
  if (!acceptable(proposal)) return null;
  return (
    <>
      <ProblemNote
        error={accept.error}
        say={(problem) => (outdated ? words.outdated : refusal(problem))}
      />
      {what === "receipt" && <AddingUp {...sum} />}
      <div className="line wrap">
        {learns && (
          <>
            <Checkbox {...learn.field}>{words.learn}</Checkbox>
            <span
              className="grow quiet small clip"
              title={words.learnHint(payerName, customer.name)}
            >
              {words.learnHint(payerName, customer.name)}
            </span>
          </>
        )}
        <span className="grow" />
        <CanButton can={proposal.can.accept} type="primary" loading={accept.isPending} onClick={go}>
          {what === "not_receivable" || what === "duplicate" ? words.acceptIgnore : words.accept}{" "}
          <kbd>↵</kbd>
        </CanButton>
      </div>
    </>
  );
}

export function AcceptFoot({ answer, proposal, onOwn, onDone }: AcceptFootProps) {
  const { match: words } = useWords();
  const own = onOwn !== undefined && answer.line.receipt !== null;
  return (
    <footer className="desk-foot">
      {proposal !== undefined && <Accept answer={answer} proposal={proposal} onDone={onDone} />}
      <div className="line wrap">
        {own && (
          <Button onClick={onOwn}>
            {words.own} <kbd>S</kbd>
          </Button>
        )}
        <Ignore answer={answer} onDone={onDone} />
      </div>
    </footer>
  );
}
