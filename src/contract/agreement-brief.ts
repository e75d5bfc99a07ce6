/** An agreement in one line, as work lists show it. */
import { z } from "zod";
import { Id, WireDay, WireMoney } from "./scalars.ts";

export const AgreementBrief = z
  .object({
    id: Id,
    /** A repayment plan, an extension, a discount. */
    kind: z.string(),
    number: z.string().nullable(),
    state: z.string(),
    amount: WireMoney,
    /** The next part that is due and not paid; null: none. */
    next: z.object({ on: WireDay, amount: WireMoney }).nullable(),
  })
  .meta({ id: "AgreementBrief" });
