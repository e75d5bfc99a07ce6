/** The list of Today: priority, customer, money, what to do and the first reason. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import type { TodayLine } from "../../../src/contract/today.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import type { TodayAnswer } from "../../queries/today.ts";
import { Grid } from "../../ui/grid.tsx";
import { Empty } from "../../ui/states.tsx";
import { useLanguage, useWords } from "../../words.tsx";
import { FollowUps } from "./follow-ups.tsx";
import { BillEvents, ReturnedEvents } from "./money-events.tsx";
import { TodayCard, useTodayColumns } from "./today-line.tsx";

type TodayListProps = {
  readonly today: TodayAnswer | undefined;
  readonly opened: string | undefined;
  readonly onOpen: (line: TodayLine) => void;
};

function Filters() {
  const { today, terms } = useWords();
  const { language } = useLanguage();
  const view = useSearch({ from: "/$creditor/today" });
  const navigate = useNavigate({ from: PATHS.today });
  const tracks = [
    { value: "all", label: today.all },
    { value: "task", label: terms.tracks.task },
    { value: "demand", label: terms.tracks.demand },
    { value: "reminder", label: terms.tracks.reminder },
  ];
  const shows = [
    { value: "to_do", label: today.toDo },
    { value: "done", label: today.done },
  ];
  const show = (value: string) =>
    void navigate({ search: ({ step: _, ...rest }) => ({ ...rest, show: value as "done" }) });
  const track = (value: string) =>
    void navigate({
      search: ({ step: _, track: __, ...rest }) =>
        value === "all" ? rest : { ...rest, track: value as "task" },
    });
  return (
    <div className="toolbar" key={language}>
      <Segmented options={shows} value={view.show ?? "to_do"} onChange={show} />
      <Segmented options={tracks} value={view.track ?? "all"} onChange={track} />
    </div>
  );
}

function Nothing({ today }: { readonly today: TodayAnswer }) {
  const words = useWords();
  const { code } = useCreditor();
  const view = useSearch({ from: "/$creditor/today" });
  const navigate = useNavigate();
  const toPlan = () => void navigate({ to: PATHS.plan, params: { creditor: code } });
  if (view.show === "done") return <Empty icon="check" title={words.today.emptyDone} />;
  const title = today.planned ? words.today.empty : words.today.noPlan;
  const text = today.planned ? words.today.emptyText : words.today.noPlanText;
  return (
    <Empty icon={today.planned ? "check" : "plan"} title={title} text={text}>
      <Button type={today.planned ? "default" : "primary"} onClick={toPlan}>
        {words.today.toPlan}
      </Button>
    </Empty>
  );
}

export function TodayList({ today, opened, onOpen }: TodayListProps) {
  const words = useWords();
  const columns = useTodayColumns();
  return (
    <section className="card fills today-list">
      <Filters />
      {today !== undefined && <ReturnedEvents today={today} />}
      {today !== undefined && <BillEvents today={today} />}
      {today !== undefined && <FollowUps followUps={today.followUps} />}
      {today !== undefined && (
        <Grid
          label={words.today.list}
          columns={columns}
          rows={today.lines}
          total={today.total}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={94}
          card={(line) => <TodayCard line={line} />}
          opened={opened}
          onOpen={onOpen}
          onCursor={onOpen}
          empty={<Nothing today={today} />}
        />
      )}
    </section>
  );
}
