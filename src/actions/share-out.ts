/** Shares the customers without owner out over a team, the most overdue first, in turn. */
import { type ReceiverRefusal, shareInTurn } from "../domain/desk/portfolio.ts";
import type { CustomerId, TeamId, UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockUnowned } from "../store/portfolios.ts";
import { listTeams } from "../store/teams.ts";
import { defineAction } from "./action.ts";
import { changeOwners, checkReceivers } from "./change-owners.ts";

type Refusal =
  | ReceiverRefusal
  | { readonly code: "team_not_found" }
  | { readonly code: "team_has_no_member" }
  | { readonly code: "nothing_to_share_out" };

export type Share = { readonly user: UserId; readonly customers: readonly CustomerId[] };

/** Disabled members get nothing. */
export const shareOut = defineAction<
  { readonly team: TeamId; readonly reason: string },
  { readonly shares: readonly Share[] },
  Refusal
>({
  name: "share_out",
  permission: "team:manage",
  async run(context, { team: id, reason }) {
    const { tx, creditorId, today } = context;
    const team = (await listTeams(tx, creditorId)).find((one) => one.id === id);
    if (team === undefined) return refuse({ code: "team_not_found" });
    const members = team.members.filter(({ disabled }) => !disabled).map((member) => member.id);
    if (members.length === 0) return refuse({ code: "team_has_no_member" });
    const receivers = await checkReceivers(context, members);
    if (!receivers.ok) return receivers;
    const unowned = await lockUnowned(tx, creditorId, today);
    if (unowned.length === 0) return refuse({ code: "nothing_to_share_out" });
    const changes = shareInTurn(
      unowned.map((customer) => customer.id),
      members,
    );
    await changeOwners(context, "owner", changes, reason);
    const byMember = Map.groupBy(changes, ({ to }) => to);
    return ok({
      shares: members.map((user) => ({
        user,
        customers: (byMember.get(user) ?? []).map(({ customer }) => customer),
      })),
    });
  },
});
