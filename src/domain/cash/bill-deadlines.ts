/** Deadlines of a bill of exchange, each with its day and the article that sets it. */
import { addDays, addMonths, daysBetween, type PlainDate } from "../values/calendar.ts";
import { presentBy, type StandingBill } from "./bill-of-exchange.ts";

export type BillDeadline = {
  readonly code: "present" | "notify" | "recourse" | "acceptor";
  readonly day: PlainDate;
  readonly article: string;
  /** Days until then; negative: it has passed. */
  readonly days: number;
};

/** 票据法 66: whoever holds a dishonoured bill tells the party before within three days. */
const NOTIFY_WITHIN_DAYS = 3;
/** 票据法 17(3): recourse against the parties before, from the dishonour. */
const RECOURSE_MONTHS = 6;
/** 票据法 17(1): against drawer and acceptor, from maturity. */
const ACCEPTOR_MONTHS = 24;

/** The day of the dishonour, where there was one. */
const dishonouredOn = ({ state, endedOn }: StandingBill): PlainDate | null =>
  state === "dishonoured" || state === "recourse" ? endedOn : null;

/**
 * What must be done with the bill, and by when, soonest first. The first day is not counted
 * (民法典 201); the last is not moved behind a day off: whoever keeps the earlier day is safe. A
 * bill handed on or cleared has no deadline of ours.
 */
export function billDeadlines(bill: StandingBill, today: PlainDate): readonly BillDeadline[] {
  const { state, maturesOn, notifiedOn } = bill;
  const deadlines: BillDeadline[] = [];
  const by = (code: BillDeadline["code"], day: PlainDate, article: string) =>
    deadlines.push({ code, day, article, days: daysBetween(today, day) });
  if (state === "held") by("present", presentBy(maturesOn), "《票据法》第五十三条");
  const failedOn = dishonouredOn(bill);
  if (failedOn !== null) {
    if (notifiedOn === null) by("notify", addDays(failedOn, NOTIFY_WITHIN_DAYS), NOTICE);
    by("recourse", addMonths(failedOn, RECOURSE_MONTHS), "《票据法》第十七条第一款第（三）项");
  }
  if (state === "held" || state === "presented" || failedOn !== null) {
    by("acceptor", addMonths(maturesOn, ACCEPTOR_MONTHS), "《票据法》第十七条第一款第（一）项");
  }
  return deadlines.toSorted((left, right) => (left.day < right.day ? -1 : 1));
}

const NOTICE = "《票据法》第六十六条第一款";

/** The first deadline that is still ahead, or the last one that was missed. */
export const nextDeadline = (deadlines: readonly BillDeadline[]): BillDeadline | null =>
  deadlines.find(({ days }) => days >= 0) ?? deadlines.at(-1) ?? null;
