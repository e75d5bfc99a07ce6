/** The state of an agreement as a tag: text says it, colour only helps. */
import type { AgreementRow } from "../../queries/agreements-made.ts";
import { useWords } from "../../words.tsx";

const TAGS: Readonly<Record<AgreementRow["state"], string>> = {
  draft: "",
  proposed: "accent",
  approved: "accent",
  active: "success",
  fulfilled: "success",
  in_default: "danger",
  accelerated: "danger",
  renegotiated: "",
  lapsed: "",
  withdrawn: "",
  refused: "warning",
};

export function AgreementTag({ state }: Pick<AgreementRow, "state">) {
  const { agreed } = useWords();
  return <span className={`tag ${TAGS[state]}`}>{agreed.states[state]}</span>;
}
