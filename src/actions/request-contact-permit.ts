/** Asks for leave to call or visit one person outside the hours, or at home. */
import type { ApprovalRefusal } from "../domain/desk/approval.ts";
import {
  judgeRequest,
  type PermitWindow,
  type RequestRefusal,
} from "../domain/desk/approval-request.ts";
import { mayContact, type PersonRefusal } from "../domain/strategy/conduct-person.ts";
import type { ApprovalId, CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { listContactDetails } from "../store/customer-details.ts";
import { defineAction } from "./action.ts";
import { openApproval } from "./open-approval.ts";
import { personOf } from "./write-contact.ts";

type RequestContactPermit = PermitWindow & {
  readonly customer: CustomerId;
  readonly atHome: boolean;
  readonly reason: string;
};

type Refusal =
  | PersonRefusal
  | RequestRefusal
  | ApprovalRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "contact_not_found" };

/** Refused for the night, for the past, and for who may not be contacted at all. */
export const requestContactPermit = defineAction<
  RequestContactPermit,
  { readonly id: ApprovalId },
  Refusal
>({
  name: "request_contact_permit",
  permission: "approval:request",
  async run(context, { customer, atHome, reason, ...window }) {
    const { tx, creditorId, today } = context;
    if ((await lockCustomer(tx, creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const known = await listContactDetails(tx, creditorId, customer);
    const person = known.find(({ id }) => id === window.contact);
    if (person === undefined) return refuse({ code: "contact_not_found" });
    const may = mayContact(personOf(person));
    if (!may.ok) return may;
    const asked = { kind: "outside_hours" as const, customer, reason, window };
    const judged = judgeRequest({ ...asked, amount: null, evidence: null, until: null }, today);
    if (!judged.ok) return judged;
    const who = { code: "contact_named", name: person.name, role: person.role };
    const home = atHome ? [{ code: "visit_at_home" }] : [];
    const facts = [...judged.value.facts, who, ...home];
    const opened = await openApproval(context, { ...judged.value, subject: person.id, facts });
    return opened.ok ? ok({ id: opened.value.id }) : opened;
  },
});
