/** Promises & plans: what customers said they would pay and when, and what is on hold. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { PATHS } from "../../paths.ts";
import { AGREED_TABS } from "../../views.ts";
import { useLanguage } from "../../words.tsx";
import { AgreementDrawer } from "./agreement-drawer.tsx";
import { HoldList } from "./hold-list.tsx";
import { PlanList } from "./plan-list.tsx";
import { PromiseList } from "./promise-list.tsx";
import "../../ui/money-pages.css";

type AgreedTab = (typeof AGREED_TABS)[number];

function Part({ tab }: { readonly tab: AgreedTab }) {
  if (tab === "promises") return <PromiseList />;
  return tab === "holds" ? <HoldList /> : <PlanList key={tab} kind={tab} />;
}

export function PromisesPage() {
  const { words, language } = useLanguage();
  const { agreed } = words;
  const { tab = "promises", agreement } = useSearch({ from: "/$creditor/promises" });
  const navigate = useNavigate({ from: PATHS.promises });
  const options = AGREED_TABS.map((value) => ({ value, label: agreed.tabs[value] }));
  const close = () => void navigate({ search: ({ agreement: _, ...rest }) => rest, replace: true });
  return (
    <div className="page filled money-page">
      <header className="page-head">
        <h1>{agreed.title}</h1>
        <Segmented
          key={language}
          className="scrolls"
          options={options}
          value={tab}
          onChange={(next) => void navigate({ search: { tab: next } })}
        />
      </header>
      <Part tab={tab} />
      <AgreementDrawer id={agreement} onClose={close} />
    </div>
  );
}
