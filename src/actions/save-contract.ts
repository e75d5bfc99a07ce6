/** Adds a contract with a customer, or changes one. */
import type { StoredContract } from "../domain/book/import-contracts.ts";
import { judgeChange, type StaleRecord } from "../domain/book/record-change.ts";
import type { ContractId, CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { insertContracts, listContracts, updateContracts } from "../store/contracts.ts";
import { findContractVersion } from "../store/customer-details.ts";
import { defineAction } from "./action.ts";

export type SaveContract = Omit<StoredContract, "id" | "customerId"> & {
  /** Null: a new one; otherwise the version that the person saw. */
  readonly known: { readonly id: ContractId; readonly version: number } | null;
  readonly customer: CustomerId;
};

type Refusal =
  | StaleRecord
  | { readonly code: "customer_not_found" }
  | { readonly code: "contract_not_found" }
  | { readonly code: "contract_number_taken"; readonly number: string }
  | { readonly code: "contract_number_fixed"; readonly number: string };

/** Refuses a number that another contract has, a new number for an old one, and a stale version. */
export const saveContract = defineAction<SaveContract, { readonly id: ContractId }, Refusal>({
  name: "save_contract",
  permission: "customer:write",
  async run({ tx, creditorId, newId }, { known, customer: customerId, ...terms }) {
    if ((await lockCustomer(tx, creditorId, customerId)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const { number } = terms;
    const [stored] = await listContracts(tx, creditorId, [number]);
    if (known === null) {
      if (stored !== undefined) return refuse({ code: "contract_number_taken", number });
      const id = newId<ContractId>();
      await insertContracts(tx, creditorId, [{ ...terms, id, customerId }]);
      return ok({ id });
    }
    const found = await findContractVersion(tx, creditorId, customerId, known.id);
    if (found === null) return refuse({ code: "contract_not_found" });
    if (found.number !== number || stored === undefined) {
      return refuse({ code: "contract_number_fixed", number: found.number });
    }
    const judged = judgeChange({ ...stored, version: found.version }, known.version, terms);
    if (!judged.ok) return judged;
    await updateContracts(tx, creditorId, [judged.value]);
    return ok({ id: known.id });
  },
});
