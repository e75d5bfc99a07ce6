/** What banks said of payments without an entry: booked as returned, or ignored with a reason. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BankNotice } from "../../../src/contract/bank-notice.ts";
import { type NoticeState, noticesQuery, useIgnoreNotice } from "../../queries/returned.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, Grid } from "../../ui/grid.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { ReceiptLink } from "./receipt-standing.tsx";
import { ReturnDialog } from "./return-dialog.tsx";

type NoticeProps = { readonly notice: BankNotice };

function IgnoreDialog({ notice, onClose }: NoticeProps & { readonly onClose: () => void }) {
  const words = useWords().receipts.notices;
  const ignore = useIgnoreNotice(onClose);
  return (
    <ReasonDialog
      title={words.ignoreTitle}
      label={words.ignoreReason}
      act={words.ignore}
      pending={ignore.isPending}
      error={ignore.error}
      onReason={(reason) => ignore.mutate({ notice: notice.id, reason })}
      onClose={onClose}
    />
  );
}

function Acts({ notice }: NoticeProps) {
  const words = useWords().receipts.notices;
  const [asking, setAsking] = useState<"book" | "ignore" | null>(null);
  const close = () => setAsking(null);
  const { id, receipt, state, can, on, codes, said } = notice;
  if (state !== "open") return <span className="tag">{words.states[state]}</span>;
  return (
    <span className="line wrap">
      <CanButton can={can.book} size="small" onClick={() => setAsking("book")}>
        {words.book}
      </CanButton>
      <CanButton can={can.ignore} size="small" onClick={() => setAsking("ignore")}>
        {words.ignore}
      </CanButton>
      {asking === "book" && receipt !== null && (
        <ReturnDialog
          receipt={receipt.id}
          notice={{ id, on, code: codes[0] ?? null, said }}
          onClose={close}
        />
      )}
      {asking === "ignore" && <IgnoreDialog notice={notice} onClose={close} />}
    </span>
  );
}

function Said({ notice }: NoticeProps) {
  const words = useWords().receipts.notices;
  const { accepted, codes, said } = notice;
  return (
    <span className="two-lines">
      <span className="line">
        <span className={accepted ? "tag" : "tag danger"}>
          {accepted ? words.accepted : words.rejected}
        </span>
        <span className="number">{codes.join(" ")}</span>
      </span>
      <span className="clip quiet small" title={said ?? undefined}>
        {said}
      </span>
    </span>
  );
}

function Receipt({ notice: { receipt } }: NoticeProps) {
  const words = useWords().receipts.notices;
  if (receipt !== null) return <ReceiptLink receipt={receipt} />;
  return <span className="quiet small clip">{words.noReceipt}</span>;
}

function useColumns(): readonly Column<BankNotice>[] {
  const { columns } = useWords().receipts.notices;
  return [
    {
      key: "day",
      title: columns.day,
      width: "98px",
      cell: ({ on }) => <span className="number">{on}</span>,
    },
    {
      key: "said",
      title: columns.said,
      width: "minmax(180px, 3fr)",
      cell: (notice) => <Said notice={notice} />,
    },
    {
      key: "named",
      title: columns.named,
      width: "minmax(140px, 2fr)",
      cell: ({ named }) => <span className="number clip">{named.join(" · ")}</span>,
    },
    {
      key: "amount",
      title: columns.amount,
      width: "158px",
      align: "end",
      cell: ({ amount }) => <Amount of={amount} currency />,
    },
    {
      key: "receipt",
      title: columns.receipt,
      width: "minmax(140px, 2fr)",
      cell: (notice) => <Receipt notice={notice} />,
    },
    {
      key: "acts",
      title: columns.acts,
      width: "200px",
      cell: (notice) => <Acts notice={notice} />,
    },
  ];
}

function NoticeCard({ notice }: NoticeProps) {
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="number quiet">{notice.on}</span>
        <Amount of={notice.amount} currency strong />
      </span>
      <Said notice={notice} />
      <Receipt notice={notice} />
      <Acts notice={notice} />
    </div>
  );
}

const STATES: readonly NoticeState[] = ["open", "booked", "ignored"];

export function NoticeList() {
  const words = useWords().receipts.notices;
  const creditor = useCreditor().code;
  const [state, setState] = useState<NoticeState>("open");
  const { data, error, refetch } = useQuery(noticesQuery(creditor, state));
  const columns = useColumns();
  return (
    <section className="card fills">
      <div className="toolbar">
        {STATES.map((each) => (
          <Chip
            key={each}
            on={state === each}
            label={words.states[each]}
            count={data?.counts[each]}
            onChoose={() => setState(each)}
          />
        ))}
        <span className="quiet small grow">{words.text}</span>
      </div>
      <ProblemNote error={error} onAgain={() => void refetch()} />
      {data !== undefined && (
        <Grid
          label={words.list}
          columns={columns}
          rows={data.rows}
          total={data.rows.length}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={160}
          card={(notice) => <NoticeCard notice={notice} />}
          empty={<Empty icon="check" title={words.empty} text={words.emptyText} />}
        />
      )}
    </section>
  );
}
