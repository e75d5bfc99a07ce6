/** Changes to master records over HTTP: the customer, its contacts, its contracts. */
import { perform } from "../actions/perform.ts";
import { performTraced } from "../actions/perform-traced.ts";
import { saveContact } from "../actions/save-contact.ts";
import { saveContract } from "../actions/save-contract.ts";
import { updateCustomer } from "../actions/update-customer.ts";
import * as contact from "../contract/contact.ts";
import * as contract from "../contract/contract.ts";
import * as customer from "../contract/customer.ts";
import type { ContactId, ContractId, CustomerId } from "../domain/values/ids.ts";
import { type Route, route } from "./route.ts";

/** Without the fields that were not named: those stay as they are. */
export const named = <Changes extends object>(changes: Changes) =>
  Object.fromEntries(Object.entries(changes).filter((entry) => entry[1] !== undefined)) as {
    [Field in keyof Changes]?: Exclude<Changes[Field], undefined>;
  };

export const recordRoutes: readonly Route[] = [
  route(customer.updateCustomer, ({ desk, params, body: { version, changes } }) => {
    const id = params.customer as CustomerId;
    return perform(desk, updateCustomer, { id, version, changes: named(changes) });
  }),
  route(contact.createContact, ({ desk, params, body }) =>
    performTraced(desk, saveContact, {
      ...body,
      id: null,
      customer: params.customer as CustomerId,
    }),
  ),
  route(contact.updateContact, ({ desk, params, body }) =>
    performTraced(desk, saveContact, {
      ...body,
      id: params.contact as ContactId,
      customer: params.customer as CustomerId,
    }),
  ),
  route(contract.createContract, ({ desk, params, body }) =>
    perform(desk, saveContract, { ...body, known: null, customer: params.customer as CustomerId }),
  ),
  route(contract.updateContract, ({ desk, params, body: { version, ...terms } }) =>
    perform(desk, saveContract, {
      ...terms,
      known: { id: params.contract as ContractId, version },
      customer: params.customer as CustomerId,
    }),
  ),
];
