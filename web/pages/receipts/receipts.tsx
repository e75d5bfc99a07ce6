/** Receipts and what became of them: the list, what came back, refunds, notices of banks. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useState } from "react";
import { PATHS } from "../../paths.ts";
import { useMay } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { RECEIPT_TABS } from "../../views.ts";
import { useLanguage } from "../../words.tsx";
import { NoticeList } from "./notice-list.tsx";
import { ReceiptDrawer } from "./receipt-drawer.tsx";
import { ReceiptList } from "./receipt-list.tsx";
import { RecordDialog } from "./record-dialog.tsx";
import { RefundList } from "./refund-list.tsx";
import { ReturnedList } from "./returned-list.tsx";
import "../../ui/money-pages.css";

type ReceiptTab = (typeof RECEIPT_TABS)[number];

function Part({ tab }: { readonly tab: ReceiptTab }) {
  if (tab === "returned") return <ReturnedList />;
  if (tab === "refunds") return <RefundList />;
  return tab === "notices" ? <NoticeList /> : <ReceiptList />;
}

function RecordAct() {
  const { receipts } = useLanguage().words;
  const navigate = useNavigate({ from: PATHS.receipts });
  const can = useMay("receipt:record");
  const [recording, setRecording] = useState(false);
  return (
    <>
      <CanButton
        can={can}
        type="primary"
        icon={<Icon name="plus" size={14} />}
        onClick={() => setRecording(true)}
      >
        {receipts.record}
      </CanButton>
      {recording && (
        <RecordDialog
          method="bank"
          onClose={() => setRecording(false)}
          onRecorded={({ id }) =>
            void navigate({ search: (before) => ({ ...before, receipt: id }) })
          }
        />
      )}
    </>
  );
}

export function ReceiptsPage() {
  const { words, language } = useLanguage();
  const { receipts } = words;
  const { tab = "receipts" } = useSearch({ from: "/$creditor/receipts" });
  const navigate = useNavigate({ from: PATHS.receipts });
  const options = RECEIPT_TABS.map((value) => ({ value, label: receipts.tabs[value] }));
  const show = (next: ReceiptTab) =>
    void navigate({ search: next === "receipts" ? {} : { tab: next } });
  return (
    <div className="page filled money-page">
      <header className="page-head">
        <h1>{receipts.title}</h1>
        <Segmented key={language} options={options} value={tab} onChange={show} />
        <RecordAct />
      </header>
      <Part tab={tab} />
      <ReceiptDrawer />
    </div>
  );
}
