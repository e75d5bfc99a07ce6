/** A message in one line of the outbox. */
import { Link } from "@tanstack/react-router";
import type { OutboxRow } from "../../../src/contract/outbox.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { channelIcon } from "../../ui/channel-icon.ts";
import type { Column } from "../../ui/grid.tsx";
import { Icon } from "../../ui/icon.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import { MessageActs } from "./message-acts.tsx";

const STATE_TAG = {
  queued: "",
  composed: "",
  sending: "accent",
  sent: "success",
  uncertain: "warning",
  failed: "danger",
  withdrawn: "",
} as const;

function State({ row }: { readonly row: OutboxRow }) {
  const { terms, outbox } = useWords();
  const hint = row.state === "uncertain" ? outbox.uncertainHint : (row.lastError ?? undefined);
  return (
    <span className="two-lines" title={hint}>
      <span className={`tag ${STATE_TAG[row.state]}`}>{terms.messageStates[row.state]}</span>
      {hint !== undefined && <span className="clip quiet small">{hint}</span>}
    </span>
  );
}

function When({ row }: { readonly row: OutboxRow }) {
  const { outbox } = useWords();
  const at =
    row.sentAt === null
      ? outbox.queuedAt(dayAndClock(row.queuedAt))
      : outbox.sentAt(dayAndClock(row.sentAt));
  const more = [
    ...(row.attempts > 1 ? [outbox.attempts(row.attempts)] : []),
    ...(row.nextTryAt === null ? [] : [outbox.nextTry(dayAndClock(row.nextTryAt))]),
  ];
  return (
    <span className="two-lines number">
      <span className="clip">{at}</span>
      {more.length > 0 && <span className="clip quiet small">{more.join(" · ")}</span>}
    </span>
  );
}

function Customer({ row }: { readonly row: OutboxRow }) {
  const { code } = useCreditor();
  return (
    <Link to={PATHS.customer} params={{ creditor: code, customer: row.customer.id }} tabIndex={-1}>
      {row.customer.name}
    </Link>
  );
}

function What({ row }: { readonly row: OutboxRow }) {
  const { terms } = useWords();
  return (
    <span className="line">
      <span className="channel-icon">
        <Icon name={channelIcon(row.channel)} />
      </span>
      <span className="two-lines">
        <span className="clip">{named(terms.templates, row.template)}</span>
        <span className="quiet small number">{row.number}</span>
      </span>
    </span>
  );
}

function To({ row }: { readonly row: OutboxRow }) {
  return (
    <span className="two-lines">
      <span className="clip">{row.recipientName ?? row.recipientAddress}</span>
      {row.recipientName !== null && (
        <span className="clip quiet small" title={row.recipientAddress}>
          {row.recipientAddress}
        </span>
      )}
    </span>
  );
}

export function useMessageColumns(): readonly Column<OutboxRow>[] {
  const { columns } = useWords().outbox;
  return [
    {
      key: "what",
      title: columns.what,
      width: "minmax(150px, 1fr)",
      cell: (row) => <What row={row} />,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(190px, 2fr)",
      cell: (row) => <Customer row={row} />,
    },
    { key: "to", title: columns.to, width: "minmax(170px, 2fr)", cell: (row) => <To row={row} /> },
    {
      key: "state",
      title: columns.state,
      width: "minmax(120px, 1fr)",
      cell: (row) => <State row={row} />,
    },
    { key: "when", title: columns.when, width: "180px", cell: (row) => <When row={row} /> },
    { key: "acts", title: columns.acts, width: "180px", cell: (row) => <MessageActs row={row} /> },
  ];
}

export function MessageCard({ row }: { readonly row: OutboxRow }) {
  const { terms } = useWords();
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="clip">
          <Customer row={row} />
        </span>
        <span className={`tag ${STATE_TAG[row.state]}`}>{terms.messageStates[row.state]}</span>
      </span>
      <span className="spread">
        <What row={row} />
        <MessageActs row={row} />
      </span>
      <span className="small quiet">
        <When row={row} />
      </span>
    </div>
  );
}
