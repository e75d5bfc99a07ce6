/** What may be done with an owner's customers, or with those of nobody. */
import { Button } from "antd";
import { useState } from "react";
import type { Can } from "../../../src/contract/scalars.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { useWords } from "../../words.tsx";
import { AssignDialog } from "./assign-dialog.tsx";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { SalespeopleDialog } from "./salespeople-dialog.tsx";
import { ShareOutDialog } from "./share-out-dialog.tsx";

type ActsProps = {
  readonly owner: string | undefined;
  readonly total: number;
  readonly chosen: readonly string[];
  readonly can: { readonly handOver: Can; readonly assign: Can };
  readonly onDone: () => void;
};

function Assign({ chosen, can, onDone, primary }: ActsProps & { readonly primary: boolean }) {
  const { team: words } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <CanButton
        can={can.assign}
        type={primary ? "primary" : "default"}
        disabled={chosen.length === 0}
        onClick={() => setOpen(true)}
      >
        {chosen.length === 0 ? words.assignNone : words.assignChosen(chosen.length)}
      </CanButton>
      {open && <AssignDialog customers={chosen} onDone={onDone} onClose={() => setOpen(false)} />}
    </>
  );
}

function OwnedActs(props: ActsProps & { readonly owner: string }) {
  const { team: words } = useWords();
  const { owner, total, chosen, can, onDone } = props;
  const [open, setOpen] = useState(false);
  const some = chosen.length > 0;
  return (
    <>
      <CanButton
        can={can.handOver}
        type="primary"
        disabled={total === 0}
        onClick={() => setOpen(true)}
      >
        {some ? words.handOverChosen(chosen.length) : words.handOverAll}
      </CanButton>
      <Assign {...props} primary={false} />
      {open && (
        <HandOverDialog
          from={owner}
          customers={some ? [...chosen] : null}
          onDone={onDone}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function UnownedActs(props: ActsProps) {
  const { team: words } = useWords();
  const { total, can } = props;
  const [open, setOpen] = useState<"share" | "sales" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Assign {...props} primary />
      <CanButton can={can.assign} disabled={total === 0} onClick={() => setOpen("share")}>
        {words.shareOut}
      </CanButton>
      <Button onClick={() => setOpen("sales")}>{words.bySalesperson}</Button>
      {open === "share" && <ShareOutDialog onClose={close} />}
      {open === "sales" && <SalespeopleDialog onClose={close} />}
    </>
  );
}

export function PortfolioActs(props: ActsProps) {
  const { owner } = props;
  return (
    <span className="line wrap">
      {owner === undefined ? <UnownedActs {...props} /> : <OwnedActs {...props} owner={owner} />}
    </span>
  );
}
