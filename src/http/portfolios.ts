/** Whose customers are whose, over HTTP: hand-over, owners, salespeople, groups. */
import { assignBySalesperson } from "../actions/assign-by-salesperson.ts";
import { assignOwner } from "../actions/assign-owner.ts";
import { createGroup } from "../actions/create-group.ts";
import { handOver } from "../actions/hand-over.ts";
import { type Desk, perform } from "../actions/perform.ts";
import { type Share, shareOut } from "../actions/share-out.ts";
import { updateGroup } from "../actions/update-group.ts";
import * as contract from "../contract/portfolio.ts";
import type { GroupId, UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import {
  viewGroup,
  viewGroups,
  viewPortfolio,
  viewSalespeople,
  viewShares,
} from "../views/portfolio.ts";
import { type Route, route } from "./route.ts";

const WHOLE = { offset: 0, size: 200 };

const sharesOf = (desk: Desk, shares: readonly Share[]) =>
  look(desk, (sight) => viewShares(sight, shares));

export const portfolioRoutes: readonly Route[] = [
  route(contract.portfolio, async ({ desk, query: { owner, ...window } }) => {
    const which = { owner: (owner ?? null) as UserId | null };
    return ok(await look(desk, (sight) => viewPortfolio(sight, which, window)));
  }),
  route(contract.previewHandOver, async ({ desk, body }) => {
    const tried = await perform(desk, handOver, { ...body, reason: "preview" }, { dryRun: true });
    if (!tried.ok) return tried;
    const { customers, from } = body;
    const which = customers === null ? { owner: from } : { customers };
    return ok(await look(desk, (sight) => viewPortfolio(sight, which, WHOLE)));
  }),
  route(contract.handOver, ({ desk, body }) => perform(desk, handOver, body)),
  route(contract.assignOwner, ({ desk, body }) =>
    perform(desk, assignOwner, { ...body, kind: "owner" }),
  ),
  route(contract.assignSales, async ({ desk, body }) => {
    const assigned = await perform(desk, assignOwner, { ...body, kind: "sales" });
    return assigned.ok ? ok({ changed: assigned.value.changed }) : assigned;
  }),
  route(contract.salespeople, async ({ desk }) => ok(await look(desk, viewSalespeople))),
  route(contract.assignBySalesperson, ({ desk, body: { as: kind, ...body } }) =>
    perform(desk, assignBySalesperson, { ...body, kind }),
  ),
  route(contract.shareOut, async ({ desk, body: { preview, ...body } }) => {
    const shared = await perform(desk, shareOut, body, { dryRun: preview });
    return shared.ok ? ok(await sharesOf(desk, shared.value.shares)) : shared;
  }),
  route(contract.groups, async ({ desk }) => ok(await look(desk, viewGroups))),
  route(contract.group, async ({ desk, params }) => {
    const found = await look(desk, (sight) => viewGroup(sight, params.group as GroupId));
    return found === null ? refuse({ code: "group_not_found" }) : ok(found);
  }),
  route(contract.createGroup, ({ desk, body }) => perform(desk, createGroup, body)),
  route(contract.updateGroup, ({ desk, params, body }) =>
    perform(desk, updateGroup, { ...body, id: params.group as GroupId }),
  ),
];
