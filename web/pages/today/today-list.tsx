/** The list of Today: filters, call-backs by the hour, events, and one line per customer. */
import { useNavigate } from "@tanstack/react-router";
import { Button, type InputRef } from "antd";
import type { RefObject } from "react";
import type { TodayLine } from "../../../src/contract/today.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import type { TodayAnswer } from "../../queries/today.ts";
import { Grid } from "../../ui/grid.tsx";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { CallBacks } from "./call-backs.tsx";
import type { Choice } from "./choice.ts";
import { ChosenBar } from "./chosen-bar.tsx";
import { HouseTasks } from "./house-tasks.tsx";
import { BillEvents, ReturnedEvents } from "./money-events.tsx";
import { TodayFilters } from "./today-filters.tsx";
import { TodayCard, useTodayColumns } from "./today-line.tsx";
import { useTodayView } from "./use-today-view.ts";

type TodayListProps = {
  readonly today: TodayAnswer | undefined;
  readonly lines: readonly TodayLine[];
  readonly choice: Choice;
  readonly opened: string | undefined;
  readonly search: RefObject<InputRef | null>;
  readonly onOpen: (customer: string) => void;
  readonly onBulk: () => void;
  readonly onEnd: () => void;
};

function Nothing({ today }: { readonly today: TodayAnswer }) {
  const words = useWords();
  const { work } = words;
  const { code } = useCreditor();
  const navigate = useNavigate();
  const { view, change, clear } = useTodayView();
  const { show = "to_do", whose = today.whose, ...filters } = view;
  if (Object.keys(filters).length > 0) {
    return (
      <Empty icon="search" title={work.noneFound}>
        <Button onClick={clear}>{work.clear}</Button>
      </Empty>
    );
  }
  if (show === "done") return <Empty icon="check" title={work.emptyDone} />;
  if (show === "snoozed") return <Empty icon="pause" title={work.emptySnoozed} />;
  const toPlan = () => void navigate({ to: PATHS.plan, params: { creditor: code } });
  if (!today.planned) {
    return (
      <Empty icon="plan" title={words.today.noPlan} text={words.today.noPlanText}>
        <Button type="primary" onClick={toPlan}>
          {words.today.toPlan}
        </Button>
      </Empty>
    );
  }
  if (whose !== "all") {
    return (
      <Empty icon="check" title={work.emptyMine} text={work.emptyMineText}>
        <Button onClick={() => change({ whose: "all" })}>{work.seeAll}</Button>
      </Empty>
    );
  }
  return (
    <Empty icon="check" title={work.empty} text={work.emptyText}>
      <Button onClick={toPlan}>{words.today.toPlan}</Button>
    </Empty>
  );
}

function Events({ today, opened, onOpen }: Pick<TodayListProps, "opened" | "onOpen"> & Shown) {
  const { view } = useTodayView();
  return (
    <>
      <CallBacks today={today} view={view} opened={opened} onOpen={onOpen} />
      <ReturnedEvents today={today} />
      <BillEvents today={today} />
      <HouseTasks today={today} />
    </>
  );
}

type Shown = { readonly today: TodayAnswer };

export function TodayList(props: TodayListProps) {
  const { today, lines, choice, opened, onOpen } = props;
  const words = useWords();
  const columns = useTodayColumns(choice);
  const open = ({ id }: TodayLine) => onOpen(id);
  return (
    <section className="card fills work-split-list">
      <TodayFilters today={today} search={props.search} />
      {choice.ids.size > 0 && (
        <ChosenBar choice={choice} lines={lines} total={today?.total ?? 0} onBulk={props.onBulk} />
      )}
      {today !== undefined && <Events today={today} opened={opened} onOpen={onOpen} />}
      {today !== undefined && (
        <Grid
          label={words.today.list}
          columns={columns}
          rows={lines}
          total={today.total}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={92}
          card={(line) => <TodayCard line={line} choice={choice} />}
          opened={opened}
          onOpen={open}
          onCursor={open}
          leavesEnter
          onEnd={props.onEnd}
          empty={<Nothing today={today} />}
        />
      )}
    </section>
  );
}
