/** Because: why the plan does or leaves something, as codes with facts; words are the reader's. */
import type { PlainDate } from "../values/calendar.ts";
import type { PromiseId } from "../values/ids.ts";
import type { Currency, Minor } from "../values/money.ts";
import type { Grade, Trigger } from "./policy.ts";

/** `item` is the number people know it by; its id stands among the items of the step or skip. */
export type Because =
  | { readonly code: "days_past_due"; readonly item: string; readonly days: number }
  | { readonly code: "days_before_due"; readonly item: string; readonly days: number }
  | { readonly code: "working_days_before_due"; readonly item: string; readonly days: number }
  | { readonly code: "trigger"; readonly step: string; readonly trigger: Trigger }
  | { readonly code: "after"; readonly step: string; readonly wanted: string }
  | { readonly code: "entry"; readonly entry: string; readonly liveOn: PlainDate }
  /** It could have gone since that day: nobody closed the days between, or it was held. */
  | { readonly code: "caught_up"; readonly missedSince: PlainDate }
  | { readonly code: "promise_broken"; readonly promise: PromiseId; readonly judgedOn: PlainDate }
  /** A broken promise let it go before the day on which it would have come. */
  | {
      readonly code: "one_step_harder";
      readonly item: string;
      readonly promise: PromiseId;
      readonly step: string;
      readonly wouldComeOn: PlainDate;
    }
  /** A customer's grace that moved the step. */
  | { readonly code: "grace"; readonly grade: Grade | null; readonly days: number }
  /** It still runs; `until` is the first day after it. */
  | {
      readonly code: "grace_until";
      readonly item: string;
      readonly until: PlainDate;
      readonly grade: Grade | null;
      readonly days: number;
    }
  | {
      readonly code: "held";
      readonly item: string;
      readonly kind: string;
      readonly until: PlainDate | null;
    }
  | {
      readonly code: "disputed" | "planned" | "promised";
      readonly item: string;
      readonly currency: Currency;
      readonly amount: Minor;
      /** Promised: the day it is judged. Planned, disputed: null as long as that stands. */
      readonly until: PlainDate | null;
    }
  | {
      readonly code: "covered_by_unapplied";
      readonly currency: Currency;
      readonly unapplied: Minor;
      readonly due: Minor;
    }
  | {
      readonly code: "below_minimum";
      readonly step: string;
      readonly currency: Currency;
      readonly due: Minor;
      readonly minimum: Minor;
    }
  | {
      readonly code: "frequency";
      readonly lastOn: PlainDate;
      readonly everyDays: number;
      readonly freeOn: PlainDate;
    }
  | { readonly code: "not_a_working_day"; readonly today: PlainDate; readonly nextOn: PlainDate }
  | { readonly code: "one_message_a_day"; readonly nextOn: PlainDate }
  | { readonly code: "no_evidence_case"; readonly step: string };
