/** A platform's fee as a second amount of its row, since the customer has paid the whole. */
import { type Currency, isZero, negate } from "../../../domain/values/money.ts";
import { amountIn } from "./list-cells.ts";
import { type Moved, moved, unreadableMoney } from "./list-money.ts";
import type { ListRow } from "./list-row.ts";

/**
 * Adds the row's fee. `own`: the column has the sign of the account (−0.60 is taken); `cost`: a
 * fee is positive (0.60 is taken, −0.60 is given back with a refund).
 */
export function feeOf(what: Moved, row: ListRow, unit: Currency, sign: "own" | "cost"): Moved {
  if (what.what !== "moved" || !row.has("fee")) return what;
  const fee = amountIn(row.raw("fee"), unit);
  if (fee === "unreadable") return unreadableMoney("amount", row.raw("fee"));
  if (fee === null || isZero(fee)) return what;
  const amount = sign === "own" ? fee : negate(fee);
  return moved([...what.movements, { amount, remark: `手续费 ${row.text("remark")}`.trim() }]);
}
