/** Conduct: when a message may reach a person at the customer. */
import {
  businessDay,
  hourAt,
  type Instant,
  isWorkingDay,
  type WorkCalendar,
} from "../values/calendar.ts";

/** Office hours, `[from, until)`: outside them nothing that shows on somebody's device leaves. */
const OFFICE_HOURS = { from: 9, until: 18 } as const;

/** Channels that lie in a letter box until somebody opens them: no hours bind them. */
const SILENT: ReadonlySet<string> = new Set(["letter"]);

/**
 * Whether a message may leave now. Demands reach people on working days from nine to six in the
 * creditor's time zone; from 22 to 8 they would be unlawful disturbance of private life (民法典
 * 1033, 治安管理处罚法 50), and the hours between are left to a person who picks up the telephone.
 */
export function mayLeave(
  channel: string,
  now: Instant,
  timeZone: string,
  calendar: WorkCalendar,
): boolean {
  if (SILENT.has(channel)) return true;
  const hour = hourAt(now, timeZone);
  const inOffice = hour >= OFFICE_HOURS.from && hour < OFFICE_HOURS.until;
  return inOffice && isWorkingDay(calendar, businessDay(now, timeZone));
}
