/** Up to three proposals, the likeliest first; the chosen one is open with its reasons. */
import type { MatchProposal } from "../../../src/contract/match.ts";
import { Amounts } from "../../ui/amount.tsx";
import { sumsOf } from "../../ui/wire-sums.ts";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";
import { isSomething } from "../bank-lines/statement-facts.tsx";
import { Confidence } from "./confidence.tsx";
import { ProposalDetail } from "./proposal-detail.tsx";

type ProposalProps = {
  readonly proposal: MatchProposal;
  readonly chosen: boolean;
  readonly surelyFrom: number;
  readonly unit: string;
  readonly onChoose: () => void;
};

/** What a proposal would do, in one line. */
export function proposalTitle({ match: words }: Words, proposal: Named): string {
  const { what, customer } = proposal;
  if (what === "receipt") return words.proposal.receipt(customer?.name ?? words.whats.receipt);
  const name = words.proposal[what];
  return customer === null ? name : `${name} · ${customer.name}`;
}

type Named = {
  readonly what: MatchProposal["what"];
  readonly customer: { readonly name: string } | null;
};

function Brief({ proposal }: { readonly proposal: MatchProposal }) {
  const { match: words } = useWords();
  const { allocations, onAccount, customer } = proposal;
  if (allocations.length === 0) {
    const kept = customer !== null && isSomething(onAccount);
    return kept ? <span className="quiet small">{words.onAccount}</span> : null;
  }
  return (
    <span className="line small quiet number">
      {words.documents(allocations.length)}
      <Amounts of={sumsOf(allocations.map(({ amount }) => amount))} />
    </span>
  );
}

function Proposal({ proposal, chosen, surelyFrom, unit, onChoose }: ProposalProps) {
  const words = useWords();
  return (
    <li className={`proposal${chosen ? " chosen" : ""}`}>
      <button type="button" className="proposal-head" aria-pressed={chosen} onClick={onChoose}>
        <kbd>{proposal.rank}</kbd>
        <span className="grow clip strong">{proposalTitle(words, proposal)}</span>
        <Brief proposal={proposal} />
        {proposal.what !== "unidentified" && (
          <Confidence confidence={proposal.confidence} surelyFrom={surelyFrom} />
        )}
      </button>
      {chosen && <ProposalDetail proposal={proposal} unit={unit} />}
    </li>
  );
}

type ProposalsProps = {
  readonly proposals: readonly MatchProposal[];
  readonly rank: number;
  readonly surelyFrom: number;
  readonly unit: string;
  readonly onChoose: (rank: number) => void;
};

export function Proposals({ proposals, rank, onChoose, ...shown }: ProposalsProps) {
  const { match: words } = useWords();
  return (
    <section className="stack tight" aria-label={words.proposals}>
      <h3 className="panel-title">{words.proposals}</h3>
      <ul className="proposals">
        {proposals.map((proposal) => (
          <Proposal
            key={proposal.rank}
            proposal={proposal}
            chosen={proposal.rank === rank}
            onChoose={() => onChoose(proposal.rank)}
            {...shown}
          />
        ))}
      </ul>
    </section>
  );
}
