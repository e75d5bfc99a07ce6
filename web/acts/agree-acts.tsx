/** The ways to agree with a customer: plan, extension, discount; each opens its own large form. */
import { lazy, Suspense, useState } from "react";
import type { OfferKind } from "../queries/agreements-made.ts";
import { useMay } from "../queries/session.ts";
import { CanButton } from "../ui/can-button.tsx";
import { useWords } from "../words.tsx";

const OfferDialog = lazy(() =>
  import("./offer-dialog.tsx").then((file) => ({ default: file.OfferDialog })),
);

const KINDS: readonly OfferKind[] = ["repayment_plan", "extension", "discount"];

export function AgreeActs({ customer }: { readonly customer: string }) {
  const { agreed } = useWords();
  const can = useMay("agreement:propose");
  const [kind, setKind] = useState<OfferKind | null>(null);
  return (
    <>
      {KINDS.map((each) => (
        <CanButton key={each} can={can} size="small" onClick={() => setKind(each)}>
          {agreed.kinds[each]}
        </CanButton>
      ))}
      {kind !== null && (
        <Suspense>
          <OfferDialog kind={kind} customer={customer} onClose={() => setKind(null)} />
        </Suspense>
      )}
    </>
  );
}
