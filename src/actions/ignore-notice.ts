/** A bank's notice needs no act: its reason is kept in the audit. */
import type { BankNoticeId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findBankNotice, updateNotice } from "../store/bank-notices.ts";
import { defineAction } from "./action.ts";

type Refusal =
  | { readonly code: "notice_not_found" }
  | { readonly code: "notice_not_open" }
  | { readonly code: "reason_missing" };

export const ignoreNotice = defineAction<
  { readonly id: BankNoticeId; readonly reason: string },
  { readonly id: BankNoticeId },
  Refusal
>({
  name: "ignore_notice",
  permission: "line:ignore",
  async run({ tx, creditorId }, { id, reason }) {
    if (reason.trim() === "") return refuse({ code: "reason_missing" });
    const found = await findBankNotice(tx, creditorId, id);
    if (found === null) return refuse({ code: "notice_not_found" });
    const written = await updateNotice(tx, creditorId, id, "ignored", null);
    return written === 0 ? refuse({ code: "notice_not_open" }) : ok({ id });
  },
});
