/** Disputes, complaints, and what both teach: one page with three tabs. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { lazy, Suspense } from "react";
import { DISPUTE_TABS } from "../../dispute-views.ts";
import { PATHS } from "../../paths.ts";
import { Loading } from "../../ui/states.tsx";
import { useLanguage } from "../../words.tsx";
import { ComplaintDrawer } from "./complaint-drawer.tsx";
import { ComplaintList } from "./complaint-list.tsx";
import { DisputeDrawer } from "./dispute-drawer.tsx";
import { DisputeList } from "./dispute-list.tsx";
import { LogComplaint } from "./log-complaint.tsx";
import "../../ui/money-pages.css";
import "./disputes.css";

type Tab = (typeof DISPUTE_TABS)[number];

/** The chart's library is large; only this tab asks for it. */
const Causes = lazy(() => import("./causes.tsx"));

function Part({ tab }: { readonly tab: Tab }) {
  if (tab === "complaints") return <ComplaintList />;
  if (tab === "disputes") return <DisputeList />;
  return (
    <Suspense fallback={<Loading />}>
      <Causes />
    </Suspense>
  );
}

export function DisputesPage() {
  const { words, language } = useLanguage();
  const search = useSearch({ from: "/$creditor/disputes" });
  const { tab = "disputes" } = search;
  const navigate = useNavigate({ from: PATHS.disputes });
  const options = DISPUTE_TABS.map((value) => ({ value, label: words.disputes.tabs[value] }));
  const show = (next: Tab) => void navigate({ search: next === "disputes" ? {} : { tab: next } });
  const close = (key: "dispute" | "complaint") => () =>
    void navigate({ search: ({ [key]: _, ...rest }) => rest, replace: true });
  return (
    <div className={`page money-page disputes-page${tab === "causes" ? "" : " filled"}`}>
      <header className="page-head">
        <h1>{words.disputes.title}</h1>
        <Segmented key={language} options={options} value={tab} onChange={show} />
        {tab === "complaints" && <LogComplaint />}
      </header>
      <Part tab={tab} />
      <DisputeDrawer id={search.dispute} onClose={close("dispute")} />
      <ComplaintDrawer id={search.complaint} onClose={close("complaint")} />
    </div>
  );
}
