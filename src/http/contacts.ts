/** Whom one may call, over HTTP: the answer at this moment, beginning a call, asking for leave. */
import { beginCall } from "../actions/begin-call.ts";
import { performTraced } from "../actions/perform-traced.ts";
import { requestContactPermit } from "../actions/request-contact-permit.ts";
import * as contract from "../contract/contact.ts";
import type { ContactId, CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewContactReach } from "../views/contacts.ts";
import { look } from "../views/look.ts";
import { type Route, route } from "./route.ts";

const whom = ({ customer, contact }: { readonly customer: string; readonly contact: string }) => ({
  customer: customer as CustomerId,
  contact: contact as ContactId,
});

export const contactRoutes: readonly Route[] = [
  route(contract.contactReach, async ({ desk, params }) => {
    const customer = params.customer as CustomerId;
    const now = desk.clock.now();
    const found = await look(desk, (sight) => viewContactReach(sight, customer, now));
    return found === null ? refuse({ code: "customer_not_found" }) : ok(found);
  }),
  route(contract.beginCall, ({ desk, params, body }) =>
    performTraced(desk, beginCall, { ...whom(params), ...body }),
  ),
  route(contract.requestContactPermit, ({ desk, params, body }) =>
    performTraced(desk, requestContactPermit, { ...whom(params), ...body }),
  ),
];
