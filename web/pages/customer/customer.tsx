/** One customer: the situation, what happens next and why, what can be done now. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Skeleton } from "antd";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { CustomerWork } from "../../../src/contract/today.ts";
import { Acts } from "../../acts/acts.tsx";
import { DeskRequests } from "../../acts/desk-requests.tsx";
import { problemOf } from "../../api.ts";
import { PATHS } from "../../paths.ts";
import { customerQuery } from "../../queries/customer.ts";
import { useCreditor } from "../../queries/session.ts";
import { customerWorkQuery } from "../../queries/today.ts";
import { useKeys } from "../../ui/keys.ts";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { useUndo } from "../../ui/undo.tsx";
import { useWords } from "../../words.tsx";
import { WorkList } from "../today/work-list.tsx";
import { taskOf } from "../today/work-pane.tsx";
import { LastContacts } from "../today/work-people.tsx";
import { Agreed, Warnings } from "../today/work-state.tsx";
import "../today/work-pane.css";
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
  const work = useQuery(customerWorkQuery(creditor, customer)).data;
  const { undo } = useUndo();
  useKeys({ u: undo });
  if (data !== undefined) return <CustomerView page={data} work={work} />;
  if (error === null) return <Loading />;
  return (
    <div className="page">
      {problemOf(error).code === "customer_not_found" ? (
        <NoSuchCustomer />
      ) : (
        <ProblemNote error={error} onAgain={() => void refetch()} />
      )}
    </div>
  );
}

/** Not there, or a colleague's: which of the two is not told. */
function NoSuchCustomer() {
  const { customer } = useWords();
  const creditor = useCreditor().code;
  return (
    <Empty icon="question" title={customer.gone} text={customer.goneText}>
      <Link to={PATHS.customers} params={{ creditor }}>
        {customer.toCustomers}
      </Link>
    </Empty>
  );
}

type ViewProps = {
  readonly page: CustomerPage;
  /** What waits at it: asked for beside the page, and there soon after. */
  readonly work: CustomerWork | undefined;
};

/** What waits, and what one can do: the same as beside Today's list. */
function ActsCard({ page, work }: ViewProps) {
  const words = useWords();
  return (
    <section className="card customer-acts">
      <header>
        <h2>{words.acts.title}</h2>
        <DeskRequests customer={page} />
      </header>
      <div className="body stack wide-gap">
        {work === undefined ? (
          <Skeleton active title={false} />
        ) : (
          <>
            <Acts work={work} task={taskOf(work)} />
            <WorkList work={work} />
          </>
        )}
        {page.note !== null && <p className="customer-note">{page.note}</p>}
      </div>
    </section>
  );
}

/** What was agreed and what was said last, before one goes into the tabs. */
function Stands({ work }: { readonly work: CustomerWork }) {
  return (
    <section className="card">
      <div className="body customer-stands">
        <Agreed work={work} />
        <LastContacts work={work} />
      </div>
    </section>
  );
}

function CustomerView({ page, work }: ViewProps) {
  return (
    <div className="page">
      <CustomerHead page={page} work={work} />
      {work !== undefined && <Warnings work={work} />}
      <div className="customer-split">
        <div className="stack wide-gap">
          <WhatNext page={page} />
          {work !== undefined && <Stands work={work} />}
        </div>
        <ActsCard page={page} work={work} />
      </div>
      <CustomerTabs page={page} />
    </div>
  );
}
