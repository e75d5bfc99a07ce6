/** Leaves the opened line out, by button or key. */
import { useState } from "react";
import type { Applied, MatchLineAnswer } from "../../queries/match.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { useKeys } from "../../ui/keys.ts";
import { useWords } from "../../words.tsx";
import { IgnoreDialog } from "../bank-lines/ignore-dialog.tsx";

type IgnoreActProps = {
  readonly answer: MatchLineAnswer;
  readonly onDone: (applied: Applied, done: string) => void;
};

const NOTHING: Applied = { application: null, line: null };

export function IgnoreAct({ answer, onDone }: IgnoreActProps) {
  const { match: words, bankLines } = useWords();
  const [asking, setAsking] = useState(false);
  const { line, can } = answer;
  useKeys({
    i() {
      if (can.ignore === true) setAsking(true);
    },
  });
  return (
    <>
      <CanButton can={can.ignore} size="small" onClick={() => setAsking(true)}>
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
