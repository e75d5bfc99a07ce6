/** Bills of exchange over HTTP: the list with its deadlines, one, and its next step. */
import { moveBill } from "../actions/move-bill.ts";
import { perform } from "../actions/perform.ts";
import * as contract from "../contract/bill.ts";
import type { BillId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewBill, viewBills } from "../views/bills.ts";
import { look } from "../views/look.ts";
import { type Route, route } from "./route.ts";

export const billRoutes: readonly Route[] = [
  route(contract.listBills, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewBills(sight, query))),
  ),
  route(contract.bill, async ({ desk, params }) => {
    const found = await look(desk, (sight) => viewBill(sight, params.bill as BillId));
    return found === null ? refuse({ code: "bill_not_found" }) : ok(found);
  }),
  route(contract.moveBill, async ({ house, desk, params, body }) => {
    const moved = await perform(desk, moveBill, { ...body, id: params.bill as BillId });
    if (moved.ok && moved.value.returned !== null) house.deliverSoon();
    return moved;
  }),
];
