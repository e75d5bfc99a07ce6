/** Begins a call: the rules of conduct are asked before anybody's telephone rings. */
import { type FrequencyRefusal, judgeFrequency } from "../domain/strategy/conduct-frequency.ts";
import { type HourRefusal, judgeHour } from "../domain/strategy/conduct-hours.ts";
import { mayContact, type PersonRefusal } from "../domain/strategy/conduct-person.ts";
import type { ContactId, CustomerId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { countCalls } from "../store/contact-logs.ts";
import { findPermit } from "../store/contact-permits.ts";
import { type ContactDetail, listContactDetails } from "../store/customer-details.ts";
import { type Context, defineAction } from "./action.ts";
import { loadConduct, localTime, supervised } from "./conduct-desk.ts";
import { personOf } from "./write-contact.ts";

type BeginCall = {
  readonly customer: CustomerId;
  readonly contact: ContactId;
  /** A senior's word for one call more than the day's limit. */
  readonly reason: string | null;
};

type Refusal =
  | PersonRefusal
  | HourRefusal
  | FrequencyRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "contact_not_found" }
  | { readonly code: "contact_has_no_number" };

type Begun = { readonly name: string; readonly phone: string };

/**
 * Refused at night, outside the hours without an approval, too often, and to who may not be called.
 */
export const beginCall = defineAction<BeginCall, Begun, Refusal>({
  name: "begin_call",
  permission: "contact:log",
  async run(context, input) {
    const { tx, creditorId } = context;
    if ((await lockCustomer(tx, creditorId, input.customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const known = await listContactDetails(tx, creditorId, input.customer);
    const person = known.find(({ id }) => id === input.contact);
    if (person === undefined) return refuse({ code: "contact_not_found" });
    if (person.phone === null) return refuse({ code: "contact_has_no_number" });
    const judged = await judgeCall(context, input, person);
    return judged.ok ? ok({ name: person.name, phone: person.phone }) : judged;
  },
});

async function judgeCall(
  context: Context,
  { customer, reason }: BeginCall,
  person: ContactDetail,
): Promise<Result<null, PersonRefusal | HourRefusal | FrequencyRefusal>> {
  const { tx, creditorId } = context;
  const may = mayContact(personOf(person));
  if (!may.ok) return may;
  const { id: contact, phone: number } = person;
  const desk = await loadConduct(context);
  const where = localTime(context, desk, null);
  const permit = await findPermit(tx, creditorId, { contact, ...where });
  const hour = judgeHour(where, desk.calendar, desk.rules, permit !== null);
  if (!hour.ok) return hour;
  const made = await countCalls(tx, creditorId, {
    customer,
    contact,
    number,
    day: where.day,
    without: null,
  });
  return judgeFrequency(made, desk.rules, supervised(context, reason));
}
