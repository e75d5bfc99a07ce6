/** What was just done can be taken back: a toast with the button, and the key U. */
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";
import { problemOf } from "../api.ts";
import { useWords } from "../words.tsx";
import { useSaid } from "./said.tsx";

const SHOWN_SECONDS = 8;

type Undoable = { readonly key: string; readonly take: () => Promise<unknown> };

export type Undo = {
  /** Says what was done and remembers how to take it back. */
  readonly offer: (done: string, take: () => Promise<unknown>) => void;
  /** Takes back what was done last. */
  readonly undo: () => void;
};

const Undoing = createContext<Undo | null>(null);

function useStack(): Undo {
  const words = useWords();
  const said = useSaid();
  const queries = useQueryClient();
  const stack = useRef<readonly Undoable[]>([]);
  const counted = useRef(0);
  const now = useRef({ words, said, queries });
  now.current = { words, said, queries };
  return useMemo(() => {
    const take = async (one: Undoable) => {
      const { words, said, queries } = now.current;
      stack.current = stack.current.filter(({ key }) => key !== one.key);
      said.destroy(one.key);
      try {
        await one.take();
        void said.success(words.work.undone);
      } catch (error) {
        void said.error(words.refusal(problemOf(error)));
      }
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    };
    const offer = (done: string, act: () => Promise<unknown>) => {
      counted.current += 1;
      const one = { key: `undo-${counted.current}`, take: act };
      stack.current = [...stack.current, one];
      const content = <Offered done={done} onUndo={() => void take(one)} />;
      void now.current.said.success({ key: one.key, duration: SHOWN_SECONDS, content });
    };
    const undo = () => {
      const last = stack.current.at(-1);
      if (last === undefined) void now.current.said.info(now.current.words.work.nothingToUndo);
      else void take(last);
    };
    return { offer, undo };
  }, []);
}

function Offered({ done, onUndo }: { readonly done: string; readonly onUndo: () => void }) {
  const { work } = useWords();
  return (
    <span className="undo-toast">
      {done}
      <Button type="link" size="small" onClick={onUndo}>
        {work.undo} <kbd>U</kbd>
      </Button>
    </span>
  );
}

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  return <Undoing value={useStack()}>{children}</Undoing>;
}

export function useUndo(): Undo {
  const undo = useContext(Undoing);
  if (undo === null) throw new Error("an act is done inside the UndoProvider");
  return undo;
}
