/** What a person has chosen so far when allocating by hand, and what it comes to. */
import { useState } from "react";
import type { OpenClaim, OpenCredit } from "../../../src/contract/application.ts";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { isZero } from "../../../src/domain/values/money.ts";
import { amountWords } from "../../ui/amount.tsx";
import { wireFrom } from "../../ui/wire-sums.ts";
import type { Short } from "./own-short.tsx";
import { type Chosen, type OwnSum, ownSum } from "./own-sum.ts";

export type Own = {
  readonly claims: readonly OpenClaim[];
  readonly credits: readonly OpenCredit[];
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
  readonly set: (id: string, text: string | null) => void;
  readonly sum: OwnSum;
  readonly short: Short;
  readonly setShort: (short: Short) => void;
  readonly isShort: boolean;
  readonly shortBy: WireMoney;
};

/** `item`: the receipt's own credit, which can't be used beside itself. */
export function useOwn(
  money: WireMoney,
  claims: readonly OpenClaim[],
  openCredits: readonly OpenCredit[],
  item: string,
  first: { readonly amounts: ReadonlyMap<string, WireMoney>; readonly short: Short },
): Own {
  const [chosen, choose] = useState<Chosen>(
    () => new Map([...first.amounts].map(([id, amount]) => [id, amountWords(amount)])),
  );
  const [short, setShort] = useState(first.short);
  const credits = openCredits.filter(({ number }) => number !== item);
  const sum = ownSum(money, claims, credits, chosen);
  const set = (id: string, text: string | null) => {
    const next = new Map(chosen);
    if (text === null) next.delete(id);
    else next.set(id, text);
    choose(next);
  };
  return {
    claims,
    credits,
    chosen,
    choose,
    set,
    sum,
    short,
    setShort,
    isShort: !isZero(sum.short),
    shortBy: wireFrom(sum.short),
  };
}
