/** The tabs of a customer's page; the chosen one is in the URL. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { PATHS } from "../../paths.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { CUSTOMER_TABS, type CustomerTab } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { AgreedTab } from "./agreed-tab.tsx";
import { ContactsTab } from "./contacts-tab.tsx";
import { ContractsTab } from "./contracts-tab.tsx";
import { DisputesTab } from "./disputes-tab.tsx";
import { DocumentsTab, lettersOf } from "./documents-tab.tsx";
import { ItemsTab } from "./items-tab.tsx";
import { LogTab } from "./log-tab.tsx";
import { MoneyTab } from "./money-tab.tsx";
import { TimelineTab } from "./timeline-tab.tsx";

function counts(page: CustomerPage): Readonly<Record<CustomerTab, number | null>> {
  const agreed =
    page.promises.filter(({ state }) => state === "open").length +
    page.holds.filter(({ active }) => active).length;
  return {
    timeline: null,
    log: null,
    items: page.items.length,
    agreed,
    disputes: page.disputes.filter(({ closedOn }) => closedOn === null).length,
    money: null,
    contacts: page.contacts.length,
    documents: lettersOf(page).length,
    contracts: page.contracts.length,
  };
}

export function CustomerTabs({ page }: { readonly page: CustomerPage }) {
  const { customer } = useWords();
  const { tab = "timeline" } = useSearch({ from: "/$creditor/customers/$customer" });
  const navigate = useNavigate({ from: PATHS.customer });
  const count = counts(page);
  const contents: Readonly<Record<CustomerTab, ReactNode>> = {
    timeline: <TimelineTab page={page} />,
    log: <LogTab page={page} />,
    items: <ItemsTab page={page} />,
    agreed: <AgreedTab page={page} />,
    disputes: <DisputesTab page={page} />,
    money: <MoneyTab page={page} />,
    contacts: <ContactsTab page={page} />,
    documents: <DocumentsTab page={page} />,
    contracts: <ContractsTab page={page} />,
  };
  const tabs = CUSTOMER_TABS.map((key) => ({
    key,
    label: (
      <>
        {customer.tabs[key]}
        {(count[key] ?? 0) > 0 && <span className="tab-count number">{count[key]}</span>}
      </>
    ),
    content: <div className="tab-body">{contents[key]}</div>,
  }));
  const show = (next: CustomerTab) =>
    void navigate({ search: (before) => ({ ...before, tab: next }), replace: true });
  return (
    <section className="card customer-tabs">
      <Tabs label={page.name} tabs={tabs} chosen={tab} onChoose={show} />
    </section>
  );
}
