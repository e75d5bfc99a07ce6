/** Takes the demo company away, with everything it has. */
import { ok, refuse } from "../domain/values/result.ts";
import { findCreditorByCode } from "../store/creditors.ts";
import { removeDemo } from "../store/demo.ts";
import { defineSharedAction } from "./action.ts";

type Refusal = { readonly code: "demo_not_loaded" } | { readonly code: "not_a_demo" };

/** Refuses when there is none, and a real creditor that happens to have the demo's code. */
export const removeDemoCompany = defineSharedAction<
  { readonly code: string },
  { readonly removed: string },
  Refusal
>({
  name: "remove_demo",
  permission: "settings:manage",
  async run({ tx }, { code }) {
    const creditor = await findCreditorByCode(tx, code);
    if (creditor === null) return refuse({ code: "demo_not_loaded" });
    if (!creditor.demo) return refuse({ code: "not_a_demo" });
    await removeDemo(tx, creditor.id);
    return ok({ removed: creditor.name });
  },
});
