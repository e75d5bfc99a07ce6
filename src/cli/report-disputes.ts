/** `huikuan report disputes`: why customers disputed, in a period. */
import { addDays } from "../domain/values/calendar.ts";
import type { OpenHouse } from "../main.ts";
import { reportDisputeCauses } from "../reports/dispute-causes.ts";
import { disputeSheet } from "../reports/dispute-sheet.ts";
import { dayOption } from "./house.ts";
import { choice, creditorsOf, type Finished, todayOf } from "./report-parts.ts";

const CAUSES = ["reason", "department", "customer", "month"] as const;

export type DisputeOptions = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly creditor?: string | undefined;
};

/** The last year where no period is named; options are read before the store is opened. */
export function disputeReport(options: DisputeOptions): (house: OpenHouse) => Promise<Finished> {
  const by = choice("by", options.by ?? "reason", CAUSES);
  const [from, to] = [dayOption("from", options.from), dayOption("to", options.to)];
  return async (house) => {
    const creditors = await creditorsOf(house, options.creditor ?? null);
    const today = await todayOf(house, creditors);
    const until = to ?? today;
    const asked = { creditors, from: from ?? addDays(until, -364), to: until, by, today };
    const report = await house.store.database.reading((tx) => reportDisputeCauses(tx, asked));
    return {
      fileStem: `disputes-${report.from}-${report.to}`,
      json: report,
      sheet: (language) => disputeSheet(report, language),
    };
  };
}
