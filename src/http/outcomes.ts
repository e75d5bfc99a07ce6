/** The contact log over HTTP: what came of a call, visit or review, and the log in full. */
import { type LogContact, logContact } from "../actions/log-contact.ts";
import type { Desk } from "../actions/perform.ts";
import { performTraced } from "../actions/perform-traced.ts";
import * as contract from "../contract/outcome.ts";
import type { ContactId, CustomerId, PlanStepId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewCallScript } from "../views/call-script.ts";
import { viewContactLog } from "../views/contact-log.ts";
import { look } from "../views/look.ts";
import { viewCustomerOfStep } from "../views/plan-page.ts";
import type { House } from "./desk.ts";
import { type Given, type Route, route } from "./route.ts";

type Body = Given<typeof contract.logContact>["body"];

const contactOf = (
  { dispute, ...said }: Body,
  customer: CustomerId,
  step: PlanStepId | null,
): LogContact => ({
  ...said,
  customer,
  step,
  dispute: dispute && { ...dispute, note: said.said },
});

async function log(house: House, desk: Desk, contact: LogContact) {
  const logged = await performTraced(desk, logContact, contact);
  if (logged.ok && contact.invoiceCopies?.length) house.deliverSoon();
  return logged;
}

export const outcomeRoutes: readonly Route[] = [
  route(contract.logContact, ({ house, desk, params, body }) =>
    log(house, desk, contactOf(body, params.customer as CustomerId, null)),
  ),
  route(contract.logStepOutcome, async ({ house, desk, params, body }) => {
    const step = params.step as PlanStepId;
    const customer = await look(desk, (sight) => viewCustomerOfStep(sight, step));
    if (customer === null) return refuse({ code: "step_not_found" });
    return await log(house, desk, contactOf(body, customer, step));
  }),
  route(contract.contactEntries, async ({ desk, params, query }) => {
    const customer = params.customer as CustomerId;
    const found = await look(desk, (sight) => viewContactLog(sight, customer, query.size));
    return found === null ? refuse({ code: "customer_not_found" }) : ok(found);
  }),
  route(contract.callScript, async ({ desk, params, query: { stage, contact } }) => {
    const asked = { stage, contact: contact as ContactId | undefined };
    const customer = params.customer as CustomerId;
    const found = await look(desk, (sight) => viewCallScript(sight, customer, asked));
    return found === null ? refuse({ code: "customer_not_found" }) : ok(found);
  }),
];
