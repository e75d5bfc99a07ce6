/** What was just accepted can be taken back at once: a toast with the button, and the key U. */
import { Button } from "antd";
import { useRef } from "react";
import { problemOf } from "../../api.ts";
import { type Applied, useUndoApplication } from "../../queries/match.ts";
import { useSaid } from "../../ui/said.tsx";
import { useWords } from "../../words.tsx";

const SHOWN_SECONDS = 6;

export type UndoLast = {
  /** Says what was done; an application is remembered, so that it can be undone. */
  readonly tell: (applied: Applied, done: string) => void;
  readonly undo: () => void;
};

/** `onUndone`: the line that waits again. */
export function useUndoLast(onUndone: (line: string | null) => void): UndoLast {
  const { match: words, refusal } = useWords();
  const said = useSaid();
  const applied = useRef<readonly string[]>([]);
  const undoing = useUndoApplication(({ line }) => onUndone(line));
  const take = (application: string) => {
    applied.current = applied.current.filter((each) => each !== application);
    undoing.mutate(
      { application, reason: words.undoAtOnce },
      { onError: (error) => void said.error(refusal(problemOf(error))) },
    );
  };
  const undo = () => {
    const last = applied.current.at(-1);
    if (last === undefined) void said.info(words.nothingToUndo);
    else take(last);
  };
  const tell = ({ application }: Applied, done: string) => {
    if (application === null) {
      void said.success(done);
      return;
    }
    applied.current = [...applied.current, application];
    void said.success({
      key: application,
      duration: SHOWN_SECONDS,
      content: (
        <span className="undo-toast">
          {done}
          <Button
            type="link"
            size="small"
            onClick={() => {
              said.destroy(application);
              take(application);
            }}
          >
            {words.undoLast} <kbd>U</kbd>
          </Button>
        </span>
      ),
    });
  };
  return { tell, undo };
}
