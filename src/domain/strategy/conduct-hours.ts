/** Conduct: at which hours a person may be called, messaged or visited. */
import { isWorkingDay, type PlainDate, type WorkCalendar } from "../values/calendar.ts";
import { ok, type Result, refuse } from "../values/result.ts";

/** What the policy says about speaking to people; part of `Policy`. */
export type ConductRules = {
  /** Whether eight to nine, and six to eight in the evening, of a working day are ours as well. */
  readonly earlyHours: boolean;
  readonly lateHours: boolean;
  /** Calls that were answered, a person a day; calls that were tried, a number a day. */
  readonly connectedADay: number;
  readonly attemptsADay: number;
};

/**
 * The house's default for good conduct (after GB/T 45251-2025 and the banks' guideline of 2026).
 */
export const USUAL_CONDUCT: ConductRules = {
  earlyHours: false,
  lateHours: false,
  connectedADay: 3,
  attemptsADay: 6,
};

/** A moment as clocks at the creditor's show it: the day and the hour begun, 0 to 23. */
export type LocalHour = { readonly day: PlainDate; readonly hour: number };

export type HourRefusal =
  | { readonly code: "contact_at_night"; readonly hour: number }
  | {
      readonly code: "contact_outside_hours";
      readonly day: PlainDate;
      readonly hour: number;
      readonly why: "closed_day" | "early" | "evening";
    };

const NIGHT = { from: 22, until: 8 } as const;
const OFFICE = { from: 9, until: 18 } as const;
const EVENING_ENDS = 20;

/**
 * Working days from nine to six; an hour before and two after where the policy says so. Evenings
 * to ten, weekends and holidays only with an approval (`permitted`); from ten at night to eight in
 * the morning never: that disturbs private life (民法典 1033, 治安管理处罚法 50).
 */
export function judgeHour(
  { day, hour }: LocalHour,
  calendar: WorkCalendar,
  rules: ConductRules,
  permitted: boolean,
): Result<null, HourRefusal> {
  if (hour >= NIGHT.from || hour < NIGHT.until) return refuse({ code: "contact_at_night", hour });
  if (permitted) return ok(null);
  const outside = (why: "closed_day" | "early" | "evening") =>
    refuse({ code: "contact_outside_hours" as const, day, hour, why });
  if (!isWorkingDay(calendar, day)) return outside("closed_day");
  if (hour < OFFICE.from) return rules.earlyHours ? ok(null) : outside("early");
  if (hour < OFFICE.until) return ok(null);
  return rules.lateHours && hour < EVENING_ENDS ? ok(null) : outside("evening");
}

/** The hour that a text such as `16:30` begins. */
export const hourOf = (clock: string): number => Number(clock.slice(0, 2));
