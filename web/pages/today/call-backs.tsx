/** Call-backs agreed for today in the order of their hours; marked when the hour has come. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useCreditor } from "../../queries/session.ts";
import { type TodayAnswer, type TodayView, todayQuery } from "../../queries/today.ts";
import { useWords } from "../../words.tsx";

type CallBacksProps = {
  readonly today: TodayAnswer;
  readonly view: TodayView;
  readonly opened: string | undefined;
  readonly onOpen: (customer: string) => void;
};

/** Without an hour: whenever there is time, so after those with one. */
const LAST = "99:99";

function callsOf(today: TodayAnswer | undefined) {
  const calls = (today?.lines ?? []).flatMap(({ id, customer, work }) => {
    const call = work.find(({ kind }) => kind === "call_back");
    return call === undefined ? [] : [{ id, name: customer.name, ...call }];
  });
  const hour = ({ at }: (typeof calls)[number]): string => at ?? LAST;
  return calls.sort((left, right) => hour(left).localeCompare(hour(right)));
}

export function CallBacks({ today, view, opened, onOpen }: CallBacksProps) {
  const { work } = useWords();
  const creditor = useCreditor().code;
  const waiting = today.counts.kinds.some(({ kind }) => kind === "call_back");
  const whose = view.whose ?? today.whose;
  const { data } = useInfiniteQuery({
    ...todayQuery(creditor, { whose, kind: "call_back" }),
    enabled: waiting,
  });
  const calls = waiting ? callsOf(data?.pages[0]) : [];
  if (calls.length === 0 || (view.show ?? "to_do") !== "to_do") return null;
  return (
    <section className="call-backs" aria-label={work.callBacks}>
      <h2 className="small quiet nowrap">{work.callBacks}</h2>
      <ul>
        {calls.map(({ id, name, at, due, late, on, note }) => (
          <li key={id}>
            <button
              type="button"
              className={`call-back${due ? " due" : ""}`}
              aria-pressed={opened === id}
              title={note ?? name}
              onClick={() => onOpen(id)}
            >
              <span className="number strong">{late ? work.lateSince(on.slice(5)) : at}</span>
              <span className="clip">{name}</span>
              {due && !late && <b>{work.dueNow}</b>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
