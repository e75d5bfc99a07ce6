/** The buttons of the acts; each says its letter, and whether a draft waits in its form. */
import type { Can } from "../../src/contract/scalars.ts";
import { CanButton } from "../ui/can-button.tsx";
import { useWords } from "../words.tsx";
import { AgreeActs } from "./agree-acts.tsx";
import { hasDraft } from "./draft.ts";
import { VERBS, type Verb } from "./verbs.ts";

type ActsBarProps = {
  readonly allowed: Readonly<Record<Verb, Can>>;
  readonly verb: Verb | null;
  readonly draftOf: (verb: Verb) => string;
  readonly onOpen: (verb: Verb) => void;
  readonly customer: string;
};

/** Those that every talk needs stand first; the others are smaller. */
const FIRST = 4;

function useVerbNames(): Readonly<Record<Verb, string>> {
  const { acts, work, contactDesk } = useWords();
  return {
    outcome: acts.outcome,
    visit: contactDesk.planVisit,
    promise: acts.promise,
    dispute: acts.dispute,
    hold: acts.hold,
    snooze: work.acts.snooze,
    callBack: work.acts.callBack,
    reason: work.acts.reason,
    escalate: work.acts.escalate,
  };
}

function Draft({ of }: { readonly of: string }) {
  const { work } = useWords();
  if (!hasDraft(of)) return null;
  return (
    <span className="draft-mark" title={work.keptDraft}>
      <span className="seen-by-readers">（{work.keptDraft}）</span>
    </span>
  );
}

export function ActsBar({ allowed, verb, draftOf, onOpen, customer }: ActsBarProps) {
  const names = useVerbNames();
  const button = ({ verb: each, key }: (typeof VERBS)[number], size: "middle" | "small") => (
    <CanButton
      key={each}
      can={allowed[each]}
      size={size}
      color={verb === each ? "primary" : "default"}
      variant="outlined"
      aria-expanded={verb === each}
      aria-keyshortcuts={key}
      onClick={() => onOpen(each)}
    >
      {names[each]}
      <Draft of={draftOf(each)} />
    </CanButton>
  );
  return (
    <div className="stack tight">
      <div className="acts-bar">{VERBS.slice(0, FIRST).map((each) => button(each, "middle"))}</div>
      <div className="acts-bar more-acts">
        {VERBS.slice(FIRST).map((each) => button(each, "small"))}
        <AgreeActs customer={customer} />
      </div>
    </div>
  );
}
