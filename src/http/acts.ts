/** What a person agrees with a customer, over HTTP: promises, disputes, holds. */
import { closeDispute } from "../actions/close-dispute.ts";
import { liftHold } from "../actions/lift-hold.ts";
import { perform } from "../actions/perform.ts";
import { placeHold } from "../actions/place-hold.ts";
import { raiseDispute } from "../actions/raise-dispute.ts";
import { takePromise } from "../actions/take-promise.ts";
import { withdrawPromise } from "../actions/withdraw-promise.ts";
import * as dispute from "../contract/dispute.ts";
import * as hold from "../contract/hold.ts";
import * as promise from "../contract/promise.ts";
import type { CustomerId, DisputeId, HoldId, PromiseId } from "../domain/values/ids.ts";
import { type Route, route } from "./route.ts";

export const actRoutes: readonly Route[] = [
  route(promise.takePromise, ({ desk, params, body }) =>
    perform(desk, takePromise, { ...body, customer: params.customer as CustomerId }),
  ),
  route(promise.withdrawPromise, ({ desk, params }) =>
    perform(desk, withdrawPromise, { id: params.promise as PromiseId }),
  ),
  route(dispute.raiseDispute, ({ desk, params, body }) =>
    perform(desk, raiseDispute, { ...body, customer: params.customer as CustomerId }),
  ),
  route(dispute.closeDispute, ({ desk, params, body: { outcome } }) =>
    perform(desk, closeDispute, { id: params.dispute as DisputeId, outcome }),
  ),
  route(hold.placeHold, ({ desk, params, body }) =>
    perform(desk, placeHold, { ...body, customer: params.customer as CustomerId }),
  ),
  route(hold.liftHold, ({ desk, params }) =>
    perform(desk, liftHold, { id: params.hold as HoldId }),
  ),
];
