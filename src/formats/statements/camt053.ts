/** ISO 20022 camt.053: account statements of a closed day. */
import { camtFormat } from "./camt.ts";
import type { StatementFormat } from "./format.ts";

export const camt053: StatementFormat = camtFormat({
  name: "camt053",
  message: "BkToCstmrStmt",
  part: "Stmt",
});
