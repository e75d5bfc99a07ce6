/** How the chosen proposal adds up, and the acts: accept, remember the payer, split. */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { MatchProposal } from "../../../src/contract/match.ts";
import { problemOf } from "../../api.ts";
import { type MatchLineAnswer, useAcceptProposal } from "../../queries/match.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { useKeys } from "../../ui/keys.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { AddingUp } from "./adding-up.tsx";
import { Learn, useLearn } from "./learn.tsx";
import type { LinePanelProps } from "./line-panel.tsx";
import { useProposalSum } from "./proposal-detail.tsx";

type AcceptFootProps = {
  readonly answer: MatchLineAnswer;
  readonly proposal: MatchProposal | undefined;
  readonly onOwn: () => void;
  readonly onDone: LinePanelProps["onDone"];
};

type AcceptProps = {
  readonly answer: MatchLineAnswer;
  readonly proposal: MatchProposal;
  readonly onDone: LinePanelProps["onDone"];
  /** Other ways, beside the primary button. */
  readonly children?: ReactNode;
};

/** Nobody's money settles nothing: there is nothing to accept about it. */
const acceptable = ({ what }: MatchProposal): boolean => what !== "unidentified";

function useAccept({ answer, proposal, onDone }: Omit<AcceptProps, "children">) {
  const { match: words } = useWords();
  const learn = useLearn();
  const done =
    proposal.customer === null ? words.acceptedOther : words.accepted(proposal.customer.name);
  const accept = useAcceptProposal((applied) => onDone(applied, done));
  const go = () => {
    if (proposal.can.accept !== true || accept.isPending || !acceptable(proposal)) return;
    accept.mutate({ line: answer.line.id, proposal, learn: learn.learn });
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
  return (
    <>
      <ProblemNote
        error={accept.error}
        say={(problem) => (outdated ? words.outdated : refusal(problem))}
      />
      {what === "receipt" && <AddingUp {...sum} />}
      <div className="desk-acts">
        {learns && <Learn {...learn} payer={payerName} customer={customer.name} />}
        <span className="grow" />
        {props.children}
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
  const own = answer.line.receipt !== null && (
    <Button onClick={onOwn}>
      {words.own} <kbd>S</kbd>
    </Button>
  );
  if (proposal === undefined || !acceptable(proposal)) {
    return own && <footer className="desk-foot line">{own}</footer>;
  }
  return (
    <footer className="desk-foot">
      <Accept answer={answer} proposal={proposal} onDone={onDone}>
        {own}
      </Accept>
    </footer>
  );
}
