/** A waiting line in the list: the money, who wrote what, and what is proposed. */
import type { MatchRow } from "../../../src/contract/match.ts";
import { Amount } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";
import { Confidence } from "./confidence.tsx";
import { matchSentence } from "./match-why.tsx";
import { proposalTitle } from "./proposals.tsx";

type DeskRowProps = { readonly row: MatchRow; readonly surelyFrom: number };

function Proposed({ row, surelyFrom }: DeskRowProps) {
  const words = useWords();
  const { proposal } = row;
  if (proposal === null || proposal.what === "unidentified") {
    return <span className="quiet">{words.match.noProposal}</span>;
  }
  const { headline, confidence } = proposal;
  const title = proposalTitle(words, proposal);
  const sentence = headline
    .map((reason) => matchSentence(words, reason, row.amount.currency))
    .join(" · ");
  return (
    <>
      <span className="spread">
        <span className="clip desk-arrow" title={title}>
          → {title}
        </span>
        <Confidence confidence={confidence} surelyFrom={surelyFrom} />
      </span>
      <span className="clip quiet small" title={sentence}>
        {sentence}
      </span>
    </>
  );
}

export function DeskRow({ row, surelyFrom }: DeskRowProps) {
  const { bankLines } = useWords();
  const { payerName, remark, bookedOn, amount } = row;
  return (
    <div className="desk-row">
      <span className="spread">
        <span className="clip strong" title={payerName ?? undefined}>
          {payerName ?? bankLines.noName}
        </span>
        <Amount of={amount} currency strong />
      </span>
      <span className="line small quiet">
        <span className="number nowrap">{bookedOn.slice(5)}</span>
        <span className="clip" title={remark ?? undefined}>
          {remark ?? bankLines.noRemark}
        </span>
      </span>
      <Proposed row={row} surelyFrom={surelyFrom} />
    </div>
  );
}
