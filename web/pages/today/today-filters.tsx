/** What of the list is shown: whose, which work, stage, reason, group; all of it in the URL. */
import { useQuery } from "@tanstack/react-query";
import { Input, type InputRef, Segmented } from "antd";
import type { RefObject } from "react";
import { WORK_KINDS } from "../../../src/domain/desk/work-kind.ts";
import { caseGroupsQuery } from "../../queries/cases.ts";
import { useCreditor } from "../../queries/session.ts";
import type { TodayAnswer, TodayView } from "../../queries/today.ts";
import { FilterPick } from "../../ui/filter-pick.tsx";
import { Icon } from "../../ui/icon.tsx";
import { CASE_STAGES, TODAY_SHOWS, TODAY_WHOSE } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { useTodayView } from "./use-today-view.ts";

type FiltersProps = {
  readonly today: TodayAnswer | undefined;
  readonly search: RefObject<InputRef | null>;
};

function Picks({ today }: Pick<FiltersProps, "today">) {
  const { work, terms } = useWords();
  const creditor = useCreditor().code;
  const { view, change } = useTodayView();
  const { data } = useQuery(caseGroupsQuery(creditor));
  const count = (kind: string) => today?.counts.kinds.find((each) => each.kind === kind)?.customers;
  const kinds = WORK_KINDS.filter((kind) => kind === view.kind || (count(kind) ?? 0) > 0);
  const groups = data?.groups ?? [];
  return (
    <>
      <FilterPick
        label={work.kind}
        any={work.anyKind}
        value={view.kind}
        options={kinds.map((value) => ({
          value,
          label: `${work.kinds[value]} ${count(value) ?? 0}`,
        }))}
        onChange={(kind) => change({ kind: kind as TodayView["kind"] })}
      />
      <FilterPick
        label={work.stage}
        any={work.anyStage}
        value={view.stage}
        options={CASE_STAGES.map((value) => ({ value, label: terms.stages[value] }))}
        onChange={(stage) => change({ stage: stage as TodayView["stage"] })}
      />
      <FilterPick
        label={work.reason}
        any={work.anyReason}
        value={view.reason}
        options={[
          { value: "none", label: work.noReason },
          ...Object.entries(terms.overdueReasons).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(reason) => change({ reason: reason as TodayView["reason"] })}
      />
      {(groups.length > 0 || view.group !== undefined) && (
        <FilterPick
          label={work.group}
          any={work.anyGroup}
          value={view.group}
          options={groups.map(({ group }) => ({ value: group.id, label: group.name }))}
          onChange={(group) => change({ group })}
        />
      )}
    </>
  );
}

export function TodayFilters({ today, search }: FiltersProps) {
  const { work } = useWords();
  const { view, change } = useTodayView();
  const shows = TODAY_SHOWS.map((value) => ({ value, label: work.shows[value] }));
  const whose = TODAY_WHOSE.map((value) => ({ value, label: work.whose[value] }));
  return (
    <div className="toolbar work-filters">
      <Segmented
        aria-label={work.kind}
        options={shows}
        value={view.show ?? "to_do"}
        onChange={(show) => change({ show })}
      />
      <Segmented
        aria-label={work.whoseLabel}
        options={whose}
        value={view.whose ?? today?.whose ?? "all"}
        onChange={(next) => change({ whose: next })}
      />
      <Input
        ref={search}
        className="list-search"
        prefix={<Icon name="search" />}
        suffix={<kbd>/</kbd>}
        placeholder={work.search}
        aria-label={work.search}
        allowClear
        defaultValue={view.search}
        onChange={({ target }) => change({ search: target.value.trim() || undefined })}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Escape" || key === "Enter") currentTarget.blur();
        }}
      />
      <div className="filter-picks">
        <Picks today={today} />
      </div>
    </div>
  );
}
