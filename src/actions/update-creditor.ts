/** Changes a creditor's own details, and switches its test mode. */
import {
  type CreditorDetails,
  type CreditorRefusal,
  judgeCreditor,
} from "../domain/book/creditor.ts";
import { ok } from "../domain/values/result.ts";
import { lockCreditor, updateCreditorDetails } from "../store/creditors.ts";
import { defineAction } from "./action.ts";

/** What is not named stays as it is. Letters that are frozen already keep what they say. */
export const updateCreditor = defineAction<
  Partial<CreditorDetails>,
  { readonly testMode: boolean },
  CreditorRefusal
>({
  name: "update_creditor",
  permission: "creditor:edit",
  async run({ tx, creditorId }, changes) {
    const stored = await lockCreditor(tx, creditorId);
    const { name, nameEn, uscc, address, phone, email, bankName, bankAccount, testMode } = stored;
    const before = { name, nameEn, uscc, address, phone, email, bankName, bankAccount, testMode };
    const judged = judgeCreditor({ ...before, ...changes });
    if (!judged.ok) return judged;
    await updateCreditorDetails(tx, creditorId, judged.value);
    return ok({ testMode: judged.value.testMode });
  },
});
