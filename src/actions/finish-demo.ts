/** Ends the making of a demo: its past mail counts as sent, and it gets its code. */
import { ok, refuse } from "../domain/values/result.ts";
import { updateDemoCode, updateDemoSent } from "../store/demo.ts";
import { defineAction } from "./action.ts";

type Refusal = { readonly code: "not_a_demo" };

/** Refuses any creditor that is not a demo: real mail is marked by those who sent it. */
export const finishDemo = defineAction<
  { readonly code: string },
  { readonly settled: number },
  Refusal
>({
  name: "finish_demo",
  permission: "settings:manage",
  async run({ tx, creditorId, today }, { code }) {
    const named = await updateDemoCode(tx, creditorId, code);
    if (named === 0) return refuse({ code: "not_a_demo" });
    return ok({ settled: await updateDemoSent(tx, creditorId, today) });
  },
});
