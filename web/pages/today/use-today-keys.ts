/** The keyboard of Today beside the letters of the acts, which stand with their forms. */
import { useNavigate } from "@tanstack/react-router";
import type { TodayLine } from "../../../src/contract/today.ts";
import { PATHS } from "../../paths.ts";
import { useReleaseWithUndo } from "../../queries/case-acts.ts";
import { useCreditor } from "../../queries/session.ts";
import { useKeys } from "../../ui/keys.ts";
import { useSaid } from "../../ui/said.tsx";
import { useUndo } from "../../ui/undo.tsx";
import { useWords } from "../../words.tsx";
import type { Choice } from "./choice.ts";
import type { ChosenLine } from "./use-chosen-line.ts";

type TodayKeys = {
  readonly line: ChosenLine;
  readonly lines: readonly TodayLine[];
  readonly choice: Choice;
  readonly onWhy: () => void;
  readonly onBulk: () => void;
  readonly onHelp: () => void;
  readonly onSearch: () => void;
  readonly onReleased: () => void;
};

/** Letters of the line that wait and may be released. */
export const lettersOf = ({ work }: TodayLine): readonly string[] =>
  work.flatMap(({ kind, step }) =>
    kind === "letter" && step !== null && step.can.release === true ? [step.id] : [],
  );

export function useTodayKeys(keys: TodayKeys): void {
  const { line, lines, choice } = keys;
  const { work } = useWords();
  const said = useSaid();
  const navigate = useNavigate();
  const creditor = useCreditor().code;
  const { undo } = useUndo();
  const release = useReleaseWithUndo(keys.onReleased);
  const { chosen } = line;
  const openCustomer = () => {
    if (chosen === undefined) return;
    const params = { creditor, customer: chosen.customer.id };
    void navigate({ to: PATHS.customer, params });
  };
  const releaseLetters = () => {
    const letters = chosen === undefined ? [] : lettersOf(chosen);
    if (letters.length === 0) void said.info(work.noLetter);
    else release.mutate(letters);
  };
  const bulk = () => {
    if (choice.ids.size === 0) void said.info(work.chooseFirst);
    else keys.onBulk();
  };
  const next = () => line.next?.();
  const previous = () => line.previous?.();
  useKeys({
    j: next,
    ArrowDown: next,
    k: previous,
    ArrowUp: previous,
    Enter: openCustomer,
    o: openCustomer,
    w: keys.onWhy,
    r: releaseLetters,
    x: () => chosen !== undefined && choice.toggle(chosen.id),
    a: () => choice.all(lines.map(({ id }) => id)),
    e: bulk,
    u: undo,
    "/": keys.onSearch,
    "?": keys.onHelp,
    Escape: () => line.open(undefined),
  });
}
