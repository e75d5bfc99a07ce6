/** Values of agreements for rules: items, a policy, what lowered an item. */
import type { AgreeableItem } from "../../src/domain/desk/agreement.ts";
import type { AgreementClauses } from "../../src/domain/desk/agreement-clauses.ts";
import type { FollowSource } from "../../src/domain/desk/agreement-follow-up.ts";
import type { InstalmentRow } from "../../src/domain/desk/instalment.ts";
import { agreementsOf } from "../../src/domain/strategy/policy-agreements.ts";
import { plainDate, workCalendar } from "../../src/domain/values/calendar.ts";
import type { ItemId } from "../../src/domain/values/ids.ts";
import { moneyOf } from "../../src/domain/values/money.ts";

export const on = plainDate;
export const cny = (text: string) => moneyOf(text, "CNY");
export const TODAY = on("2026-03-20");

/** Weekends, and the week of 1 October off. */
export const CALENDAR = workCalendar(
  "CN",
  ["01", "02", "05", "06", "07"].map((day) => ({ day: on(`2026-10-${day}`), kind: "off" })),
  { from: on("2026-01-01"), until: on("2026-12-31") },
);

/** The policy where nothing is written, with what a test wants otherwise. */
export const policyOf = (fields: Readonly<Record<string, unknown>> = {}) => {
  const at = { path: "", faults: [] };
  return agreementsOf({ at, fields: { agreements: fields } });
};

export const item = (
  id: string,
  free: string,
  dueOn = "2026-03-01",
  open = free,
): AgreeableItem => ({
  id: id as ItemId,
  dueOn: on(dueOn),
  open: cny(open),
  free: cny(free),
});

export const instalment = (
  place: number,
  dueOn: string,
  amount: bigint,
  interest = 0n,
): InstalmentRow => ({
  ...{ place, dueOn: on(dueOn), amount, interest, settled: 0n, state: "open" },
  ...{ paidOn: null, missedOn: null, remindedOn: null },
});

export const CLAUSES: AgreementClauses = {
  ...{ reservePenalty: true, acceleration: "by_person", guarantor: null, jurisdiction: null },
  ...{ serviceAddress: null, serviceEmail: null, waivesLimitation: false },
};

/** An active plan of 100.00 on one item, in two parts; nothing has come. */
export const followed = (different: Partial<FollowSource> = {}): FollowSource => ({
  ...{ kind: "repayment_plan", state: "active", forgiven: 0n, missed: 0, judgeOn: null },
  lastOn: on("2026-05-10"),
  proposedOn: TODAY,
  terms: { graceDays: 3, remindDays: 3, missedAllowed: 1 },
  clauses: { acceleration: "by_person" },
  parts: [{ item: "A" as ItemId, amount: 10_000n, openWhenMade: 10_000n, openNow: 10_000n }],
  lowered: [],
  instalments: [instalment(1, "2026-04-10", 5_000n), instalment(2, "2026-05-10", 5_000n)],
  ...different,
});
