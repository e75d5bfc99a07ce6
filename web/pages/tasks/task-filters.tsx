/** Which tasks are listed: whose, in what state, of what kind, only late ones. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { TASK_KINDS } from "../../../src/domain/desk/task.ts";
import { TASK_SHOWS } from "../../desk-views.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { type TasksAnswer, type TasksView, tasksCsvAddress } from "../../queries/tasks.ts";
import { Chip } from "../../ui/chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useLanguage, useWords } from "../../words.tsx";

const FROM = "/$creditor/tasks";

/** Sets one filter; undefined takes it away. */
function useFilter() {
  const navigate = useNavigate({ from: PATHS.tasks });
  return <Key extends keyof TasksView>(key: Key, value: TasksView[Key] | undefined) =>
    void navigate({
      replace: true,
      search: (before) => {
        const { [key]: _, task: __, ...rest } = before;
        return value === undefined ? rest : { ...rest, [key]: value };
      },
    });
}

function Export() {
  const { tasks: words } = useWords();
  const { task: _, ...view } = useSearch({ from: FROM });
  const address = tasksCsvAddress(useCreditor().code, view, useLanguage().language);
  return (
    <a className="ant-like-button" href={address} download>
      <Icon name="download" size={14} />
      {words.export}
    </a>
  );
}

export function TaskFilters({ first }: { readonly first: TasksAnswer | undefined }) {
  const { tasks: words, deskNames } = useWords();
  const { show = "mine", state = "open", kind, late } = useSearch({ from: FROM });
  const filter = useFilter();
  const counts = first?.counts;
  const countOf = { mine: counts?.mine, role: undefined, opened: undefined, all: counts?.all };
  const kinds = TASK_KINDS.map((value) => ({ value, label: deskNames.taskKinds[value] }));
  return (
    <div className="toolbar">
      {TASK_SHOWS.map((each) => (
        <Chip
          key={each}
          on={show === each}
          label={words.shows[each]}
          count={countOf[each]}
          onChoose={() => filter("show", each === "mine" ? undefined : each)}
        />
      ))}
      <span className="grow" />
      <Chip
        on={late === "yes"}
        label={words.late}
        count={show === "mine" ? counts?.mineLate : counts?.late}
        onChoose={() => filter("late", late === "yes" ? undefined : "yes")}
      />
      <Chip
        on={state === "ended"}
        label={words.states.ended}
        onChoose={() => filter("state", state === "ended" ? undefined : "ended")}
      />
      <Select
        aria-label={words.fields.kind}
        className="list-method"
        value={(kind ?? "") as string}
        options={[{ value: "", label: words.anyKind }, ...kinds]}
        onChange={(next) =>
          filter(
            "kind",
            TASK_KINDS.find((each) => each === next),
          )
        }
      />
      <Export />
    </div>
  );
}
