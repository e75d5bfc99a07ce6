/** The outcome of a call, visit or review over HTTP. */
import { type LogContact, logContact } from "../actions/log-contact.ts";
import { type Desk, perform } from "../actions/perform.ts";
import * as contract from "../contract/outcome.ts";
import type { CustomerId, PlanStepId } from "../domain/values/ids.ts";
import { refuse } from "../domain/values/result.ts";
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
  const logged = await perform(desk, logContact, contact);
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
];
