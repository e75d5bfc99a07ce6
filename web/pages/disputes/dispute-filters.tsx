/** Filters of the disputes: where they stand with counts, late, mine, department, reason, text. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { DEPARTMENTS_SHOWN, DISPUTE_REASONS_SHOWN, DISPUTE_SHOWS } from "../../dispute-views.ts";
import { PATHS } from "../../paths.ts";
import {
  type DisputesAnswer,
  type DisputesView,
  disputeDeskQuery,
} from "../../queries/disputes.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { Chip } from "../../ui/chip.tsx";
import { ListSearch } from "../../ui/list-search.tsx";
import { useWords } from "../../words.tsx";

const FROM = "/$creditor/disputes";

/** Sets one filter; undefined takes it away. */
export function useDisputeFilter() {
  const navigate = useNavigate({ from: PATHS.disputes });
  return <Key extends keyof DisputesView>(key: Key, value: DisputesView[Key] | undefined) =>
    void navigate({
      replace: true,
      search: (before) => {
        const { [key]: _, dispute: __, ...rest } = before;
        return value === undefined ? rest : { ...rest, [key]: value };
      },
    });
}

type FiltersProps = { readonly first: DisputesAnswer | undefined };

function countOf(first: DisputesAnswer | undefined, show: (typeof DISPUTE_SHOWS)[number]) {
  if (first === undefined) return undefined;
  const { open, answered, closed } = first.counts;
  return show === "all" ? open + answered + closed : first.counts[show];
}

function Shows({ first }: FiltersProps) {
  const { disputes } = useWords();
  const { show, late, person } = useSearch({ from: FROM });
  const filter = useDisputeFilter();
  const waiting = first && first.counts.open + first.counts.answered;
  const names = { ...disputes.states, all: disputes.shows.all };
  return (
    <>
      <Chip
        on={show === undefined}
        label={disputes.shows.waiting}
        count={waiting}
        onChoose={() => filter("show", undefined)}
      />
      {DISPUTE_SHOWS.map((each) => (
        <Chip
          key={each}
          on={show === each}
          label={names[each]}
          count={countOf(first, each)}
          onChoose={() => filter("show", each)}
        />
      ))}
      <Chip
        on={late === "yes"}
        label={disputes.late}
        count={first?.counts.late}
        onChoose={() => filter("late", late === "yes" ? undefined : "yes")}
      />
      <Chip
        on={person === "me"}
        label={disputes.mine}
        onChoose={() => filter("person", person === "me" ? undefined : "me")}
      />
    </>
  );
}

function People() {
  const { disputes } = useWords();
  const { person } = useSearch({ from: FROM });
  const filter = useDisputeFilter();
  const { data } = useQuery(disputeDeskQuery(useCreditor().code));
  const people = (data?.answerers ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      aria-label={disputes.assignee}
      className="list-person"
      value={person === undefined || person === "me" ? "" : person}
      options={[{ value: "", label: disputes.allPeople }, ...people]}
      onChange={(next) => filter("person", next === "" ? undefined : next)}
    />
  );
}

export function DisputeFilters({ first }: FiltersProps) {
  const { disputes, departments, terms } = useWords();
  const view = useSearch({ from: FROM });
  const filter = useDisputeFilter();
  const named = DEPARTMENTS_SHOWN.map((value) => ({ value, label: departments[value] }));
  const reasons = DISPUTE_REASONS_SHOWN.map((value) => ({
    value,
    label: terms.disputeReasons[value],
  }));
  return (
    <div className="toolbar">
      <Shows first={first} />
      <span className="grow" />
      <Select
        aria-label={disputes.department}
        className="list-department"
        value={(view.department ?? "") as string}
        options={[{ value: "", label: disputes.allDepartments }, ...named]}
        onChange={(next) =>
          filter(
            "department",
            DEPARTMENTS_SHOWN.find((each) => each === next),
          )
        }
      />
      <Select
        aria-label={disputes.columns.reason}
        className="list-reason"
        value={(view.reason ?? "") as string}
        options={[{ value: "", label: disputes.allReasons }, ...reasons]}
        onChange={(next) =>
          filter(
            "reason",
            DISPUTE_REASONS_SHOWN.find((each) => each === next),
          )
        }
      />
      <People />
      <ListSearch
        label={disputes.search}
        value={view.text}
        onChange={(text) => filter("text", text)}
      />
      {first !== undefined && first.disputed.length > 0 && (
        <span className="list-sum">
          <span className="quiet">{disputes.disputedSum}</span>
          <Amounts of={first.disputed} strong />
        </span>
      )}
    </div>
  );
}
