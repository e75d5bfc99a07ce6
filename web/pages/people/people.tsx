/** People: who signs in, with which roles; for administrators. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useState } from "react";
import type { Can } from "../../../src/contract/scalars.ts";
import { PATHS } from "../../paths.ts";
import { peopleQuery } from "../../queries/people.ts";
import { useCreditor } from "../../queries/session.ts";
import { PEOPLE_TABS } from "../../team-views.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Grid } from "../../ui/grid.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { useLanguage, useWords } from "../../words.tsx";
import { CreatePerson } from "./create-person.tsx";
import { PersonCard, usePersonColumns } from "./person-columns.tsx";
import { PersonDrawer } from "./person-drawer.tsx";
import { RoleMatrix } from "./role-matrix.tsx";
import "../../ui/money-pages.css";
import "./people.css";

function PeopleList() {
  const { people: words } = useWords();
  const { person: opened } = useSearch({ from: "/$creditor/people" });
  const navigate = useNavigate({ from: PATHS.people });
  const { data, error, refetch } = useQuery(peopleQuery(useCreditor().code));
  const columns = usePersonColumns();
  if (data === undefined) {
    if (error === null) return <Loading />;
    return <ProblemNote error={error} onAgain={() => void refetch()} />;
  }
  return (
    <section className="card fills">
      <Grid
        label={words.list}
        columns={columns}
        rows={data.rows}
        total={data.rows.length}
        rowKey={({ id }) => id}
        rowHeight={52}
        cardHeight={108}
        card={(row) => <PersonCard person={row} />}
        opened={opened}
        onOpen={({ id }) => void navigate({ search: { person: id } })}
        empty={<Empty icon="person" title={words.empty} />}
      />
      <PersonDrawer
        person={data.rows.find(({ id }) => id === opened)}
        everywhere={data.can.everywhere}
        onClose={() => void navigate({ search: {}, replace: true })}
      />
    </section>
  );
}

type Creating = { readonly create: Can; readonly everywhere: Can };

function CreateAct({ can }: { readonly can: Creating }) {
  const { people: words } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <CanButton
        can={can.create}
        type="primary"
        icon={<Icon name="plus" size={14} />}
        onClick={() => setOpen(true)}
      >
        {words.create}
      </CanButton>
      {open && <CreatePerson everywhere={can.everywhere} onClose={() => setOpen(false)} />}
    </>
  );
}

export function PeoplePage() {
  const { words, language } = useLanguage();
  const { people } = words;
  const { tab = "people" } = useSearch({ from: "/$creditor/people" });
  const navigate = useNavigate({ from: PATHS.people });
  const { data } = useQuery(peopleQuery(useCreditor().code));
  const options = PEOPLE_TABS.map((value) => ({ value, label: people.tabs[value] }));
  return (
    <div className={`page money-page${tab === "people" ? " filled" : ""}`}>
      <header className="page-head">
        <h1>{people.title}</h1>
        <Segmented
          key={language}
          options={options}
          value={tab}
          onChange={(next) => void navigate({ search: next === "people" ? {} : { tab: next } })}
        />
        {tab === "people" && data !== undefined && <CreateAct can={data.can} />}
      </header>
      {tab === "people" ? <PeopleList /> : <RoleMatrix />}
    </div>
  );
}
