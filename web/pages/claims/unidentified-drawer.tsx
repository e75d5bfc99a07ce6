/** One unidentified receipt opened: as it came, and the claims on it side by side. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useState } from "react";
import { PATHS } from "../../paths.ts";
import type { Unidentified } from "../../queries/claims.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { useWords } from "../../words.tsx";
import { ClaimCard } from "./claim-card.tsx";
import { ClaimDialog } from "./claim-dialog.tsx";

type RowProps = { readonly row: Unidentified };

function Claims({ row: { claims } }: RowProps) {
  const { claims: words } = useWords();
  const waiting = claims.filter(({ state }) => state === "waiting").length;
  if (claims.length === 0) return <p className="quiet">{words.noneClaimed}</p>;
  return (
    <>
      {waiting > 1 && <p className="notice warning">{words.conflict(waiting)}</p>}
      <div className="side-by-side">
        {claims.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} />
        ))}
      </div>
    </>
  );
}

function Opened({ row }: RowProps) {
  const { claims: words, receipts, bankLines } = useWords();
  const { code } = useCreditor();
  const [claiming, setClaiming] = useState(false);
  const { facts } = receipts;
  return (
    <div className="stack wide-gap">
      <div className="spread">
        <span className="tag">{words.days(row.days)}</span>
        <Amount of={row.amount} currency strong />
      </div>
      <FactList
        facts={[
          [facts.receivedOn, row.receivedOn],
          [facts.method, bankLines.methods[row.method]],
          [facts.payerName, row.payerName],
          [facts.payerAccount, row.payerAccount],
          [facts.remark, row.remark],
        ]}
      />
      <div className="line wrap">
        <CanButton can={row.can.claim} type="primary" onClick={() => setClaiming(true)}>
          {words.claim}
        </CanButton>
        <Link to={PATHS.receipts} params={{ creditor: code }} search={{ receipt: row.id }}>
          {words.toReceipt}
        </Link>
      </div>
      <Claims row={row} />
      {claiming && <ClaimDialog receipt={row.id} onClose={() => setClaiming(false)} />}
    </div>
  );
}

type DrawerProps = { readonly rows: readonly Unidentified[]; readonly loaded: boolean };

export function UnidentifiedDrawer({ rows, loaded }: DrawerProps) {
  const { claims: words, bankLines } = useWords();
  const { receipt: id } = useSearch({ from: "/$creditor/claims" });
  const navigate = useNavigate({ from: PATHS.claims });
  const row = rows.find((each) => each.id === id);
  const close = () => void navigate({ search: ({ receipt: _, ...rest }) => rest, replace: true });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      size={640}
      title={row?.payerName ?? bankLines.noName}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      {row !== undefined && <Opened row={row} />}
      {row === undefined && loaded && <p className="notice success">{words.gone}</p>}
    </Drawer>
  );
}
