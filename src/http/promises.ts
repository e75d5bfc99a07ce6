/** Promises to pay over HTTP: taken, changed, withdrawn, listed. */
import { changePromise } from "../actions/change-promise.ts";
import { perform } from "../actions/perform.ts";
import { takePromise } from "../actions/take-promise.ts";
import { withdrawPromise } from "../actions/withdraw-promise.ts";
import * as contract from "../contract/promise.ts";
import type { CustomerId, PromiseId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { sheetToCsv } from "../formats/exports/csv.ts";
import { promiseSheet } from "../reports/promise-sheet.ts";
import { look } from "../views/look.ts";
import { viewAllPromises, viewPromises } from "../views/promises.ts";
import { type Route, route } from "./route.ts";

export const promiseRoutes: readonly Route[] = [
  route(contract.promises, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewPromises(sight, query))),
  ),
  route(contract.promisesCsv, async ({ desk, query }) => {
    const found = await look(desk, (sight) => viewAllPromises(sight, query));
    const bytes = sheetToCsv(promiseSheet(found.rows, query.language), query.language);
    return ok({ bytes, fileName: `promises-${found.today}.csv` });
  }),
  route(contract.takePromise, ({ desk, params, body }) =>
    perform(desk, takePromise, { ...body, customer: params.customer as CustomerId }),
  ),
  route(contract.changePromise, ({ desk, params, body }) =>
    perform(desk, changePromise, { ...body, id: params.promise as PromiseId }),
  ),
  route(contract.withdrawPromise, ({ desk, params, body }) =>
    perform(desk, withdrawPromise, { id: params.promise as PromiseId, ...body }),
  ),
];
