/** The contact log of a customer in full, latest first. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { contactLogQuery } from "../../queries/contacts.ts";
import { useCreditor } from "../../queries/session.ts";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { LogEntry } from "./log-entry.tsx";
import "./log.css";

type PageProps = { readonly page: CustomerPage };

export function LogTab({ page }: PageProps) {
  const { contactDesk } = useWords();
  const { data, error } = useQuery(contactLogQuery(useCreditor().code, page.id));
  if (data === undefined) {
    return error === null ? <Skeleton active title={false} /> : <ProblemNote error={error} />;
  }
  return (
    <section className="stack">
      <h3 className="pane-title">
        {contactDesk.log} <span className="quiet small">{contactDesk.total(data.total)}</span>
      </h3>
      {data.entries.length === 0 ? (
        <Empty icon="call" title={contactDesk.logEmpty} text={contactDesk.logEmptyText} />
      ) : (
        <ul className="log-list">
          {data.entries.map((entry) => (
            <LogEntry key={entry.id} entry={entry} page={page} />
          ))}
        </ul>
      )}
    </section>
  );
}
