/** The running sum of an allocation by hand, and the button that books it. */
import type { Can, WireMoney } from "../../../src/contract/scalars.ts";
import { isZero } from "../../../src/domain/values/money.ts";
import { type Allocated, type Applied, useApplyCash } from "../../queries/match.ts";
import { CanButton } from "../../ui/can-button.tsx";
import type { ChosenCustomer } from "../../ui/customer-choice.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { wireFrom } from "../../ui/wire-sums.ts";
import { useWords } from "../../words.tsx";
import { AddingUp } from "./adding-up.tsx";
import { Learn, useLearn } from "./learn.tsx";
import { shortfallOf } from "./own-short.tsx";
import { typedAmount } from "./own-sum.ts";
import type { Own } from "./use-own.ts";

/** The money that is allocated. */
export type OwnReceipt = {
  readonly id: string;
  /** The receipt's number; its own credit is left out by it. */
  readonly item: string;
  readonly rest: WireMoney;
  readonly payerName: string | null;
  readonly can: Can;
};

type OwnFootProps = {
  readonly receipt: OwnReceipt;
  readonly customer: ChosenCustomer;
  readonly own: Own;
  readonly onApplied: (applied: Applied, customer: ChosenCustomer) => void;
};

/** The chosen ones in the order of the list: a deduction is taken off the last. */
function allocated(own: Own, from: Own["claims"] | Own["credits"]): readonly Allocated[] {
  return from.flatMap((item) => {
    if (!own.chosen.has(item.id)) return [];
    const amount = typedAmount(own.chosen, item);
    return amount === null ? [] : [{ item: item.id, amount: wireFrom(amount) }];
  });
}

function Sum({ receipt, own }: Pick<OwnFootProps, "receipt" | "own">) {
  const { sum: words } = useWords().match;
  const { sum, isShort } = own;
  const over = wireFrom(sum.over);
  return (
    <AddingUp
      have={[
        { name: words.rest, amounts: [receipt.rest] },
        ...(isZero(sum.credits) ? [] : [{ name: words.credits, amounts: [wireFrom(sum.credits)] }]),
        ...(isShort ? [{ name: words.shortfall, amounts: [own.shortBy], wrong: true }] : []),
      ]}
      goes={[
        { name: words.settled, amounts: [wireFrom(sum.settled)] },
        ...(isZero(sum.over) ? [] : [{ name: words.onAccount, amounts: [over] }]),
      ]}
    />
  );
}

export function OwnFoot({ receipt, customer, own, onApplied }: OwnFootProps) {
  const { match: words } = useWords();
  const apply = useApplyCash((applied) => onApplied(applied, customer));
  const learn = useLearn();
  const allocations = allocated(own, own.claims);
  const book = () =>
    apply.mutate({
      receipt: receipt.id,
      customer: customer.id,
      allocations,
      credits: allocated(own, own.credits),
      learn: learn.learn,
      ...(own.isShort ? shortfallOf(own.short, own.shortBy) : { shortfall: null, dispute: null }),
    });
  return (
    <footer className="desk-foot">
      <ProblemNote error={apply.error} />
      <Sum receipt={receipt} own={own} />
      <div className="desk-acts">
        {receipt.payerName !== null && (
          <Learn {...learn} payer={receipt.payerName} customer={customer.name} />
        )}
        <span className="grow" />
        <CanButton
          can={receipt.can}
          type="primary"
          disabled={own.sum.faulty.size > 0}
          loading={apply.isPending}
          onClick={book}
        >
          {allocations.length === 0 ? words.applyOnAccount : words.apply}
        </CanButton>
      </div>
    </footer>
  );
}
