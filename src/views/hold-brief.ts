/** A hold as lists and pages show it. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { HoldDetail } from "../store/hold-rows.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";

export const isInForce = (
  { from, until }: Pick<HoldDetail, "from" | "until">,
  today: PlainDate,
): boolean => from <= today && (until === null || until > today);

export function shownHold(sight: Sight, hold: HoldDetail) {
  const { id, item, group, kind, reason, from, until } = hold;
  const { placedBy, placedAt, liftedBy, liftReason } = hold;
  const ended = until !== null && until <= sight.today;
  return {
    id,
    item: item === null ? null : { id: item, number: hold.itemNumber ?? "" },
    group: group === null ? null : { id: group, name: hold.groupName ?? "" },
    ...{ kind, reason, from, until, active: isInForce(hold, sight.today) },
    ...{ placedBy, placedAt, liftedBy, liftReason },
    can: { lift: both(sight.may("hold:place"), ended ? { code: "hold_has_ended" } : true) },
  };
}
