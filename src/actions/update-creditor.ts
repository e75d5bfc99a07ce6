/** Changes a creditor's own details, and switches its test mode. */
import {
  type CreditorDetails,
  type CreditorRefusal,
  judgeCreditor,
} from "../domain/book/creditor.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCreditor, updateCreditorDetails } from "../store/creditors.ts";
import { defineAction } from "./action.ts";

/**
 * What is not named stays as it is; invented customers are never written to. Letters that are
 * frozen already keep what they say.
 */
export const updateCreditor = defineAction<
  Partial<CreditorDetails>,
  { readonly testMode: boolean },
  CreditorRefusal | { readonly code: "demo_stays_in_test_mode" }
>({
  name: "update_creditor",
  permission: "creditor:edit",
  async run({ tx, creditorId }, changes) {
    const stored = await lockCreditor(tx, creditorId);
    if (stored.demo && changes.testMode === false) {
      return refuse({ code: "demo_stays_in_test_mode" });
    }
    const { name, nameEn, uscc, address, phone, email, bankName, bankAccount, testMode } = stored;
    const before = { name, nameEn, uscc, address, phone, email, bankName, bankAccount, testMode };
    const judged = judgeCreditor({ ...before, ...changes });
    if (!judged.ok) return judged;
    await updateCreditorDetails(tx, creditorId, judged.value);
    return ok({ testMode: judged.value.testMode });
  },
});
