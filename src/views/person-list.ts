/** People as an administrator sees them, with what may be done to each and why not. */
import {
  type Administrator,
  judgeDisable,
  judgeEnable,
  judgePerson,
  judgeRole,
} from "../domain/desk/person.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { Result } from "../domain/values/result.ts";
import {
  administersEverywhere,
  type HeldRow,
  listPeople,
  type PersonRow,
} from "../store/person-rows.ts";
import type { Sight } from "./look.ts";

const canOf = <Refusal>(judged: Result<unknown, Refusal>): true | Refusal =>
  judged.ok || judged.refusal;

export async function viewPeople({ tx, creditor, user, may }: Sight, now: Instant) {
  const everywhere = user === null || (await administersEverywhere(tx, user));
  const who: Administrator = { user, everywhere };
  const rows = await listPeople(tx, creditor.id, now);
  return {
    rows: rows.map((row) => personOf(row, who)),
    can: { create: may("people:manage"), everywhere: canOf(judgeRole(who, true)) },
  };
}

function personOf(row: PersonRow, who: Administrator) {
  const { beyond, roles, ...shown } = row;
  const person = { user: row.id, disabled: row.disabledAt !== null, beyond };
  return {
    ...shown,
    roles: roles.map((held) => heldRole(held, who)),
    can: {
      grant: true as const,
      disable: canOf(judgeDisable(who, person)),
      enable: canOf(judgeEnable(who, person)),
      endSessions: canOf(judgePerson(who, person)),
    },
  };
}

const heldRole = (held: HeldRow, who: Administrator) => ({
  ...held,
  can: { revoke: canOf(judgeRole(who, held.everywhere)) },
});
