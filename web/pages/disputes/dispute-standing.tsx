/** Where a dispute stands as a tag, and the day on which something is due. */
import type { Dispute } from "../../../src/contract/dispute.ts";
import { useWords } from "../../words.tsx";

const TAG = { open: "warning", answered: "accent", closed: "" } as const;

export function DisputeStanding({ dispute }: { readonly dispute: Dispute }) {
  const { disputes, terms } = useWords();
  const { state, outcome } = dispute;
  const label = outcome === null ? disputes.states[state] : terms.disputeOutcomes[outcome];
  const good = outcome === "credited" || outcome === "partially_credited";
  return <span className={`tag ${good ? "success" : TAG[state]}`}>{label}</span>;
}

/** The day, red and named when it has passed; a closed dispute shows when it ended. */
export function DisputeDue({ dispute }: { readonly dispute: Dispute }) {
  const { disputes } = useWords();
  if (dispute.state === "closed") {
    return <span className="number quiet">{dispute.closedOn}</span>;
  }
  return (
    <span className="line">
      <span className={`number${dispute.late ? " danger-text" : ""}`}>{dispute.dueOn}</span>
      {dispute.late && <span className="tag danger">{disputes.late}</span>}
    </span>
  );
}
