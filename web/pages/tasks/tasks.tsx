/** Tasks across departments and escalations: the most overdue first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { PATHS } from "../../paths.ts";
import { useCreditor, useMay } from "../../queries/session.ts";
import { tasksQuery } from "../../queries/tasks.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Grid } from "../../ui/grid.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useKeys } from "../../ui/keys.ts";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { TaskCard, useTaskColumns } from "./task-columns.tsx";
import { AddTaskDialog, TaskDialog } from "./task-dialogs.tsx";
import { TaskDrawer } from "./task-drawer.tsx";
import { TaskFilters } from "./task-filters.tsx";
import "../../ui/money-pages.css";

const FROM = "/$creditor/tasks";

function AddAct() {
  const { tasks: words } = useWords();
  const can = useMay("task:write");
  const [adding, setAdding] = useState(false);
  useKeys({ n: () => can === true && setAdding(true) });
  return (
    <>
      <CanButton
        can={can}
        type="primary"
        icon={<Icon name="plus" size={14} />}
        onClick={() => setAdding(true)}
      >
        {words.add}
      </CanButton>
      {adding && <AddTaskDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { tasks: words } = useWords();
  const navigate = useNavigate({ from: PATHS.tasks });
  if (!filtered) return <Empty icon="check" title={words.empty} text={words.emptyText} />;
  return (
    <Empty icon="search" title={words.noneFound}>
      <Button onClick={() => void navigate({ search: {} })}>{words.clear}</Button>
    </Empty>
  );
}

export function TasksPage() {
  const { tasks: words } = useWords();
  const creditor = useCreditor().code;
  const { task, ...view } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: PATHS.tasks });
  const query = useInfiniteQuery(tasksQuery(creditor, view));
  const columns = useTaskColumns(view.state === "ended");
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const [picked, setPicked] = useState<string>();
  const [finishing, setFinishing] = useState(false);
  const current = rows.find(({ id }) => id === picked);
  useKeys({ d: () => current?.can.finish === true && setFinishing(true) });
  return (
    <div className="page filled money-page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <AddAct />
      </header>
      <p className="lead">{words.lead}</p>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      <section className="card fills">
        <TaskFilters first={pages[0]} />
        {query.data !== undefined && (
          <Grid
            label={words.list}
            columns={columns}
            rows={rows}
            total={rows.length}
            rowKey={({ id }) => id}
            rowHeight={52}
            cardHeight={124}
            card={(row) => <TaskCard task={row} />}
            opened={task}
            onCursor={({ id }) => setPicked(id)}
            onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, task: id }) })}
            onEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
            }}
            empty={<Nothing filtered={Object.keys(view).length > 0} />}
          />
        )}
      </section>
      <TaskDrawer rows={rows} loaded={query.data !== undefined} />
      {finishing && current !== undefined && (
        <TaskDialog act="finish" task={current} onClose={() => setFinishing(false)} />
      )}
    </div>
  );
}
