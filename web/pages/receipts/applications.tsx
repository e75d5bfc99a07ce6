/** What a receipt settled, live and ended: by whom, why, and taking it back. */
import { useState } from "react";
import type { ReceiptPage } from "../../../src/contract/receipt.ts";
import { Amount, amountWithCurrency } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { named } from "../../words/named.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { MatchWhy } from "../match/match-why.tsx";
import { UndoDialog } from "../match/undo-dialog.tsx";

type Application = ReceiptPage["applications"][number];
type LineProps = { readonly application: Application; readonly unit: string };

const ENDING_TAG = { live: "success", undone: "", returned: "danger" } as const;

function Settled({ application }: Pick<LineProps, "application">) {
  const { receipts: words, match } = useWords();
  const { allocations, credits, shortfall, onAccount } = application;
  const more = [
    credits.length > 0 && words.credits(credits.map(({ item }) => item.number).join(" · ")),
    shortfall !== null &&
      words.shortfall(
        named(match.shortfalls, shortfall.kind),
        amountWithCurrency(shortfall.amount),
      ),
    onAccount !== null &&
      /[1-9]/.test(onAccount.amount) &&
      words.onAccount(amountWithCurrency(onAccount)),
  ].filter((part) => typeof part === "string");
  return (
    <>
      <ul className="settled-list">
        {allocations.map(({ item, amount }) => (
          <li key={item.id}>
            <span className="number clip">{item.number}</span>
            <Amount of={amount} />
          </li>
        ))}
      </ul>
      {more.length > 0 && <span className="small">{more.join(" · ")}</span>}
    </>
  );
}

function Head({ application }: Pick<LineProps, "application">) {
  const all = useWords();
  const { receipts: words, bankLines } = all;
  const { madeBy, actor, appliedAt, state } = application;
  const who = madeBy === "person" ? ` · ${whoIs(all, actor)}` : "";
  return (
    <span className="spread">
      <span className="clip">
        <span className="strong">{bankLines.madeBy[madeBy]}</span>
        <span className="quiet small number">
          {` · ${dayAndClock(appliedAt)}`}
          {who}
        </span>
      </span>
      <span className={`tag ${ENDING_TAG[state]}`}>{words.endings[state]}</span>
    </span>
  );
}

function Ending({ application }: Pick<LineProps, "application">) {
  const all = useWords();
  const { endedOn, endedBy, endReason } = application;
  if (endedOn === null) return null;
  return (
    <span className="small quiet">
      {all.receipts.ended(whoIs(all, endedBy), endedOn, endReason ?? "–")}
    </span>
  );
}

function Line({ application, unit }: LineProps) {
  const { receipts: words } = useWords();
  const [undoing, setUndoing] = useState(false);
  const live = application.state === "live";
  return (
    <li className={live ? "record-line" : "record-line ended"}>
      <Head application={application} />
      <Settled application={application} />
      {application.because.length > 0 && <MatchWhy because={application.because} unit={unit} />}
      <Ending application={application} />
      {live && (
        <span>
          <CanButton
            can={application.can.undo}
            size="small"
            icon={<Icon name="undo" size={14} />}
            onClick={() => setUndoing(true)}
          >
            {words.undo}
          </CanButton>
        </span>
      )}
      {undoing && <UndoDialog application={application.id} onClose={() => setUndoing(false)} />}
    </li>
  );
}

export function Applications({ receipt }: { readonly receipt: ReceiptPage }) {
  const { receipts: words } = useWords();
  return (
    <section className="drawer-part">
      <h2>{words.applications}</h2>
      {receipt.applications.length === 0 ? (
        <p className="quiet small">{words.noApplications}</p>
      ) : (
        <ul className="record-list">
          {receipt.applications.map((application) => (
            <Line key={application.id} application={application} unit={receipt.amount.currency} />
          ))}
        </ul>
      )}
    </section>
  );
}
