/** What of the cases is shown, their sum, and the list as a file. */
import { useQuery } from "@tanstack/react-query";
import { Input, Segmented } from "antd";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { type CasesView, caseGroupsQuery, casesCsvUrl } from "../../queries/cases.ts";
import { colleagueNamesQuery } from "../../queries/colleagues.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { FilterPick } from "../../ui/filter-pick.tsx";
import { Icon } from "../../ui/icon.tsx";
import { CASE_STAGES, CASE_STATES } from "../../views.ts";
import { useLanguage, useWords } from "../../words.tsx";
import { useCasesView } from "./use-cases-view.ts";

type Answer = {
  readonly total: number;
  readonly overdue: readonly WireMoney[];
  readonly stages: readonly { readonly stage: (typeof CASE_STAGES)[number]; cases: number }[];
};
type FiltersProps = { readonly answer: Answer | undefined; readonly shown: number };

function OwnerPick() {
  const { cases, work } = useWords();
  const { view, change } = useCasesView();
  const { data } = useQuery(colleagueNamesQuery(useCreditor().code));
  return (
    <FilterPick
      label={work.owner}
      any={cases.anyOwner}
      value={view.owner}
      options={[
        { value: "me", label: cases.ownedByMe },
        { value: "none", label: work.noOwner },
        ...(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(owner) => change({ owner })}
    />
  );
}

function GroupPick() {
  const { work } = useWords();
  const { view, change } = useCasesView();
  const { data } = useQuery(caseGroupsQuery(useCreditor().code));
  const groups = data?.groups ?? [];
  if (groups.length === 0 && view.group === undefined) return null;
  return (
    <FilterPick
      label={work.group}
      any={work.anyGroup}
      value={view.group}
      options={groups.map(({ group }) => ({ value: group.id, label: group.name }))}
      onChange={(group) => change({ group })}
    />
  );
}

function Picks({ answer }: Pick<FiltersProps, "answer">) {
  const { cases, work, terms } = useWords();
  const { view, change } = useCasesView();
  const count = (stage: string) => answer?.stages.find((each) => each.stage === stage)?.cases ?? 0;
  return (
    <>
      <FilterPick
        label={work.stage}
        any={work.anyStage}
        value={view.stage}
        options={CASE_STAGES.map((value) => ({
          value,
          label: `${terms.stages[value]} ${count(value)}`,
        }))}
        onChange={(stage) => change({ stage: stage as CasesView["stage"] })}
      />
      <OwnerPick />
      <FilterPick
        label={work.reason}
        any={work.anyReason}
        value={view.reason}
        options={[
          { value: "none", label: work.noReason },
          ...Object.entries(terms.overdueReasons).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(reason) => change({ reason: reason as CasesView["reason"] })}
      />
      <FilterPick
        label={cases.snooze}
        any={cases.anySnooze}
        value={view.snoozed}
        options={[
          { value: "no", label: cases.awakeOnly },
          { value: "yes", label: cases.snoozedOnly },
        ]}
        onChange={(snoozed) => change({ snoozed: snoozed as CasesView["snoozed"] })}
      />
      <GroupPick />
    </>
  );
}

export function CaseFilters({ answer, shown }: FiltersProps) {
  const { cases } = useWords();
  const { language } = useLanguage();
  const creditor = useCreditor().code;
  const { view, change } = useCasesView();
  const states = CASE_STATES.map((value) => ({ value, label: cases.states[value] }));
  return (
    <>
      <div className="toolbar work-filters">
        <Segmented
          aria-label={cases.state}
          options={states}
          value={view.state ?? "open"}
          onChange={(state) => change({ state })}
        />
        <Input
          className="list-search"
          prefix={<Icon name="search" />}
          placeholder={cases.search}
          aria-label={cases.search}
          allowClear
          defaultValue={view.search}
          onChange={({ target }) => change({ search: target.value.trim() || undefined })}
        />
        <div className="filter-picks">
          <Picks answer={answer} />
        </div>
      </div>
      {answer !== undefined && answer.total > 0 && (
        <div className="case-sum">
          <span className="quiet number">{cases.count(shown, answer.total)}</span>
          <span className="line">
            <span className="quiet small">{cases.overdueSum}</span>
            <Amounts of={answer.overdue} strong />
          </span>
          <span className="grow" />
          <a className="ant-like-button" href={casesCsvUrl(creditor, view, language)} download>
            <Icon name="download" size={14} />
            {cases.export}
          </a>
        </div>
      )}
    </>
  );
}
