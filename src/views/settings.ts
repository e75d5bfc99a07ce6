/** The settings page: the creditor's own details and what the house knows around them. */
import { judgeCreditor } from "../domain/book/creditor.ts";
import { listCalendarYears } from "../store/calendars.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";

export async function viewSettings({ tx, creditor, may }: Sight, mail: "smtp" | "folder") {
  const { id: _, demo: __, liveOn: ___, entry: ____, policyVersion: _____, ...details } = creditor;
  const live = judgeCreditor({ ...details, testMode: false });
  const demo = { code: "demo_stays_in_test_mode" } as const;
  const mayLeave = creditor.demo ? demo : live.ok || live.refusal;
  return {
    ...details,
    mail,
    calendar: await listCalendarYears(tx, creditor.country),
    can: {
      edit: may("creditor:edit"),
      leaveTestMode: both(may("creditor:edit"), mayLeave),
    },
  };
}
