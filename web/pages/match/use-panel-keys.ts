/** The letters that act on the opened line; accepting has its key beside its button. */
import type { BankLine } from "../../../src/contract/bank-line.ts";
import { useKeys } from "../../ui/keys.ts";

/** Accept a proposal, choose another customer, or split over documents. */
export type Way = "proposals" | "customer" | "split";

type PanelKeys = {
  readonly ranks: readonly number[];
  readonly setRank: (rank: number) => void;
  readonly setWay: (way: Way) => void;
  readonly line: BankLine;
};

export function usePanelKeys({ ranks, setRank, setWay, line }: PanelKeys): void {
  const choose = (rank: number) => () => {
    if (!ranks.includes(rank)) return;
    setWay("proposals");
    setRank(rank);
  };
  const own = (way: Way) => () => {
    if (line.receipt !== null) setWay(way);
  };
  useKeys({
    "1": choose(1),
    "2": choose(2),
    "3": choose(3),
    c: own("customer"),
    s: own("split"),
    Escape: () => setWay("proposals"),
  });
}
