/** One customer: the situation, what happens next and why, what can be done now. */
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { Acts } from "../../acts/acts.tsx";
import { customerQuery } from "../../queries/customer.ts";
import { useCreditor } from "../../queries/session.ts";
import { Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { CustomerHead } from "./customer-head.tsx";
import { CustomerTabs } from "./customer-tabs.tsx";
import { WhatNext } from "./what-next.tsx";
import "./customer.css";

const FROM = "/$creditor/customers/$customer";

export function CustomerRoute() {
  const creditor = useCreditor().code;
  const { customer } = useParams({ from: FROM });
  const { items } = useSearch({ from: FROM });
  const { data, error, refetch } = useQuery(customerQuery(creditor, customer, items));
  if (data !== undefined) return <CustomerView page={data} />;
  if (error === null) return <Loading />;
  return (
    <div className="page">
      <ProblemNote error={error} onAgain={() => void refetch()} />
    </div>
  );
}

function CustomerView({ page }: { readonly page: CustomerPage }) {
  const words = useWords();
  return (
    <div className="page">
      <CustomerHead page={page} />
      <div className="customer-split">
        <WhatNext page={page} />
        <section className="card customer-acts">
          <header>
            <h2>{words.acts.title}</h2>
          </header>
          <div className="body stack">
            <Acts customer={page} />
            {page.note !== null && <p className="customer-note">{page.note}</p>}
          </div>
        </section>
      </div>
      <CustomerTabs page={page} />
    </div>
  );
}
