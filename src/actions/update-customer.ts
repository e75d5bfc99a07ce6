/** Changes a customer's master record. */
import { judgeChange, type StaleRecord } from "../domain/book/record-change.ts";
import { parseUscc, type UsccRefusal } from "../domain/countries/china/uscc.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { type CustomerDetail, findCustomerDetail } from "../store/customer-details.ts";
import { updateCustomers } from "../store/customers.ts";
import { defineAction } from "./action.ts";

export type CustomerChanges = Partial<
  Pick<
    CustomerDetail,
    | "name"
    | "nameEn"
    | "uscc"
    | "address"
    | "language"
    | "grade"
    | "segment"
    | "salesperson"
    | "note"
  >
>;

export type UpdateCustomer = {
  readonly id: CustomerId;
  /** The version that the person saw. */
  readonly version: number;
  readonly changes: CustomerChanges;
};

type Refusal = StaleRecord | UsccRefusal | { readonly code: "customer_not_found" };

/** Refuses a record that changed since, with the difference, and a malformed 统一社会信用代码. */
export const updateCustomer = defineAction<
  UpdateCustomer,
  { readonly id: CustomerId; readonly version: number },
  Refusal
>({
  name: "update_customer",
  permission: "customer:write",
  async run({ tx, creditorId }, { id, version, changes }) {
    if ((await lockCustomer(tx, creditorId, id)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const stored = await findCustomerDetail(tx, creditorId, id);
    if (stored === null) return refuse({ code: "customer_not_found" });
    const judged = judgeChange<CustomerDetail>(stored, version, changes);
    if (!judged.ok) return judged;
    const uscc = changes.uscc ? parseUscc(changes.uscc) : null;
    if (uscc?.ok === false) return uscc;
    await updateCustomers(tx, creditorId, [judged.value]);
    return ok({ id, version: stored.version + 1 });
  },
});
