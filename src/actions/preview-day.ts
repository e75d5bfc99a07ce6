/** What closing a day would do; nothing is stored. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { ok, type Result } from "../domain/values/result.ts";
import { listWokenCustomers } from "../store/accounts.ts";
import { type CloseDayRefusal, frameOf } from "./day-frame.ts";
import type { Desk } from "./perform.ts";
import { type PlannedCustomer, planAccounts } from "./plan-accounts.ts";
import { CHUNK } from "./plan-chunk.ts";
import { unwatched } from "./stopwatch.ts";

/** What closing `day` would do for the customers it would look at; nothing is stored. */
export async function previewDay(
  desk: Desk,
  day: PlainDate,
): Promise<Result<DayPreview, CloseDayRefusal>> {
  return desk.database.reading(async (tx) => {
    const frame = await frameOf(tx, desk.creditorId, day);
    if (!frame.ok) return frame;
    const planned: PlannedCustomer[] = [];
    let after: CustomerId | null = null;
    for (;;) {
      const woken = await listWokenCustomers(tx, desk.creditorId, day, after, CHUNK);
      planned.push(...(await planAccounts(tx, desk.creditorId, woken, frame.value, unwatched)));
      if (woken.length < CHUNK) break;
      after = woken[woken.length - 1]?.id ?? null;
    }
    const { policyVersion, firstDay } = frame.value;
    return ok({ day, policyVersion, firstDay, planned });
  });
}

export type DayPreview = {
  readonly day: PlainDate;
  readonly policyVersion: number;
  readonly firstDay: boolean;
  readonly planned: readonly PlannedCustomer[];
};
