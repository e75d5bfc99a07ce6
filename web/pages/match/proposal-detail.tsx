/** One proposal opened: why, what it settles, which line it repeats or takes back. */
import type { MatchProposal } from "../../../src/contract/match.ts";
import { Amount, amountWithCurrency } from "../../ui/amount.tsx";
import { sumsOf } from "../../ui/wire-sums.ts";
import { useWords } from "../../words.tsx";
import { isSomething } from "../bank-lines/statement-facts.tsx";
import { AllocationTable, settledOf } from "./allocation-table.tsx";
import { MatchReasons } from "./match-why.tsx";

type DetailProps = { readonly proposal: MatchProposal; readonly unit: string };

type OtherLineProps = {
  readonly label: string;
  readonly line: NonNullable<MatchProposal["reverses"]>;
};

/** The line that this one repeats or takes back. */
function OtherLine({ label, line }: OtherLineProps) {
  const { bankLines } = useWords();
  return (
    <div className="other-line">
      <span className="quiet small">{label}</span>
      <span className="spread">
        <span className="clip">
          <span className="number">{line.bookedOn}</span> {line.payerName ?? bankLines.noName}
        </span>
        <Amount of={line.amount} currency />
      </span>
      <span className="quiet small">{line.remark ?? bankLines.noRemark}</span>
    </div>
  );
}

export function ProposalDetail({ proposal, unit }: DetailProps) {
  const { match: words } = useWords();
  const { allocations, credits, customer, duplicateOf, reverses, because, shortfall } = proposal;
  return (
    <div className="proposal-detail">
      <MatchReasons because={because} unit={unit} />
      {shortfall?.kind === "deduction" && (
        <p className="held-back">{words.heldBack(amountWithCurrency(shortfall.amount))}</p>
      )}
      {duplicateOf !== null && <OtherLine label={words.original} line={duplicateOf} />}
      {reverses !== null && <OtherLine label={words.reversed} line={reverses} />}
      <AllocationTable
        label={words.allocations}
        lines={allocations}
        customer={customer?.id ?? null}
      />
      <AllocationTable label={words.credits} lines={credits} customer={customer?.id ?? null} />
    </div>
  );
}

/** The sides of a proposal's sum: what there is, and where it goes. */
export function useProposalSum(proposal: MatchProposal, money: MatchProposal["onAccount"]) {
  const { sum, shortfalls } = useWords().match;
  const { allocations, credits, shortfall, onAccount } = proposal;
  const amounts = (lines: typeof allocations) => sumsOf(lines.map(settledOf));
  return {
    have: [
      { name: sum.line, amounts: [money] },
      ...(credits.length > 0 ? [{ name: sum.credits, amounts: amounts(credits) }] : []),
      // What was held back is not given up: it stays open, so it pays nothing.
      ...(shortfall === null || shortfall.kind === "deduction"
        ? []
        : [{ name: shortfalls[shortfall.kind], amounts: [shortfall.amount] }]),
    ],
    goes: [
      ...(allocations.length > 0 ? [{ name: sum.settled, amounts: amounts(allocations) }] : []),
      ...(isSomething(onAccount) || allocations.length === 0
        ? [{ name: sum.onAccount, amounts: [onAccount] }]
        : []),
    ],
  };
}
