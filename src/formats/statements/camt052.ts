/** ISO 20022 camt.052: account reports of a running day. */
import { camtFormat } from "./camt.ts";
import type { StatementFormat } from "./format.ts";

export const camt052: StatementFormat = camtFormat({
  name: "camt052",
  message: "BkToCstmrAcctRpt",
  part: "Rpt",
});
