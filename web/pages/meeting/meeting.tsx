/** The collection meeting: the pack of now or of a meeting that was held, and recording one. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { useState } from "react";
import type { Can } from "../../../src/contract/scalars.ts";
import { PATHS } from "../../paths.ts";
import {
  type HeldMeeting,
  meetingQuery,
  meetingsQuery,
  type Pack,
  packPdfAddress,
  packQuery,
} from "../../queries/meetings.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Icon } from "../../ui/icon.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { Loading, ProblemNote } from "../../ui/states.tsx";
import { useLanguage, useWords } from "../../words.tsx";
import { HoldDialog } from "./hold-dialog.tsx";
import { BrokenList, FreshList, MissedList, TaskList, TopList } from "./pack-tables.tsx";
import "../../ui/money-pages.css";
import "./meeting.css";

function Totals({ pack }: { readonly pack: Pack }) {
  const { meeting: words } = useWords();
  return (
    <section className="meeting-totals">
      {pack.totals.map(({ currency, balance, overdue, customers }) => (
        <div key={currency} className="card">
          <span className="spread">
            <span className="quiet">{`${words.overdue} ${currency}`}</span>
            <span className="quiet small">{words.customers(customers)}</span>
          </span>
          <span className="meeting-figure">
            <Amount of={overdue} strong />
          </span>
          <span className="quiet small">
            {words.balance} <Amount of={balance} />
          </span>
        </div>
      ))}
    </section>
  );
}

function Recorded({ held }: { readonly held: HeldMeeting }) {
  const { meeting: words } = useWords();
  return (
    <section className="card">
      <FactList
        facts={[
          [words.attendees, held.attendees.join("、")],
          [words.next, held.nextOn],
          [words.minutes, held.note],
        ]}
      />
      <p className="quiet small">
        {words.recordedBy(held.recordedBy, dayAndClock(held.recordedAt))}
      </p>
    </section>
  );
}

type BodyProps = { readonly pack: Pack; readonly held?: HeldMeeting };

function Body({ pack, held }: BodyProps) {
  const { meeting: words } = useWords();
  const { sections } = words;
  return (
    <>
      <p className="quiet small">{pack.since === null ? words.first : words.since(pack.since)}</p>
      {held !== undefined && (
        <>
          <Recorded held={held} />
          <TaskList title={sections.decided} tasks={held.decided} count={held.decided.length} />
        </>
      )}
      <Totals pack={pack} />
      <TaskList
        title={sections.decisions}
        tasks={pack.decisions.rows}
        count={pack.decisions.count}
      />
      <TopList pack={pack} />
      <FreshList pack={pack} />
      <BrokenList pack={pack} />
      <MissedList pack={pack} />
      <TaskList
        title={sections.lateDisputes}
        tasks={pack.lateDisputes.rows}
        count={pack.lateDisputes.count}
      />
      <TaskList
        title={sections.escalations}
        tasks={pack.escalations.rows}
        count={pack.escalations.count}
      />
    </>
  );
}

function Choice() {
  const { meeting: words } = useWords();
  const creditor = useCreditor().code;
  const { meeting } = useSearch({ from: "/$creditor/meeting" });
  const navigate = useNavigate({ from: PATHS.meeting });
  const { data = [] } = useQuery(meetingsQuery(creditor));
  const held = data.map(({ id, heldOn }) => ({ value: id as string, label: words.held(heldOn) }));
  return (
    <Select
      aria-label={words.choose}
      className="meeting-choice"
      value={meeting ?? ""}
      options={[{ value: "", label: words.now }, ...held]}
      onChange={(next) => void navigate({ search: next === "" ? {} : { meeting: next } })}
    />
  );
}

function RecordAct({ can }: { readonly can: Can }) {
  const { meeting: words } = useWords();
  const [holding, setHolding] = useState(false);
  return (
    <>
      <CanButton can={can} type="primary" onClick={() => setHolding(true)}>
        {words.record}
      </CanButton>
      {holding && <HoldDialog onClose={() => setHolding(false)} />}
    </>
  );
}

function Now() {
  const query = useQuery(packQuery(useCreditor().code));
  if (query.data === undefined && query.error === null) return <Loading />;
  return (
    <>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && <Body pack={query.data.pack} />}
    </>
  );
}

function Then({ meeting }: { readonly meeting: string }) {
  const query = useQuery(meetingQuery(useCreditor().code, meeting));
  if (query.data === undefined && query.error === null) return <Loading />;
  return (
    <>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && <Body pack={query.data.pack} held={query.data} />}
    </>
  );
}

export function MeetingPage() {
  const { meeting: words } = useWords();
  const creditor = useCreditor().code;
  const { meeting } = useSearch({ from: "/$creditor/meeting" });
  const { language } = useLanguage();
  const { data: now } = useQuery(packQuery(creditor));
  return (
    <div className="page money-page meeting-page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <div className="line wrap">
          <Choice />
          <a className="ant-like-button" href={packPdfAddress(creditor, meeting, language)}>
            <Icon name="download" size={14} />
            {words.pdf}
          </a>
          {meeting === undefined && now !== undefined && <RecordAct can={now.can.hold} />}
        </div>
      </header>
      <p className="lead">{words.lead}</p>
      {meeting === undefined ? <Now /> : <Then meeting={meeting} />}
    </div>
  );
}
