/** A case in tags: its stage, why the customer is late, how high up we have got, snoozed. */
import type { CollectionCase } from "../../src/contract/case.ts";
import { useWords } from "../words.tsx";

const STAGE_TONES = {
  early: "late-1-30",
  middle: "late-31-60",
  late: "late-61-90",
  legal: "late-91-180",
};

export function StageTag({ stage }: Pick<CollectionCase, "stage">) {
  const { terms } = useWords();
  return <span className={`tag ${STAGE_TONES[stage]}`}>{terms.stages[stage]}</span>;
}

export function LateReasonTag({ reason }: Pick<CollectionCase, "reason">) {
  const { work, terms } = useWords();
  if (reason === null) return <span className="tag">{work.noReason}</span>;
  const said = [work.reasonBy(reason.by ?? "–", reason.on), reason.note]
    .filter(Boolean)
    .join(" · ");
  return (
    <span className={`tag ${reason.nature === "objective" ? "" : "warning"}`} title={said}>
      {reason.nature === "dispute"
        ? terms.overdueReasons[reason.reason]
        : work.reasonOf(terms.overdueReasons[reason.reason], work.natures[reason.nature])}
    </span>
  );
}

export function CaseTags({ of }: { readonly of: CollectionCase | null }) {
  const { work } = useWords();
  if (of === null) return null;
  return (
    <p className="line wrap case-tags">
      <StageTag stage={of.stage} />
      <LateReasonTag reason={of.reason} />
      {of.debtorLevel !== "clerk" && (
        <span className="tag">{work.debtorLevels[of.debtorLevel]}</span>
      )}
      {of.snoozed !== null && (
        <span className="tag" title={work.snoozedBy(of.snoozed.by, of.snoozed.reason)}>
          {work.snoozedUntil(of.snoozed.until)}
        </span>
      )}
      <span className="quiet small number">{work.since(of.openedOn)}</span>
    </p>
  );
}
