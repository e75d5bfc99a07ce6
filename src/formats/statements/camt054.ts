/** ISO 20022 camt.054: notices of single credits and debits. */
import { camtFormat } from "./camt.ts";
import type { StatementFormat } from "./format.ts";

export const camt054: StatementFormat = camtFormat({
  name: "camt054",
  message: "BkToCstmrDbtCdtNtfctn",
  part: "Ntfctn",
});
