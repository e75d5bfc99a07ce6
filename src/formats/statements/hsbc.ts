/** HSBC 汇丰: account activity with billing amounts, days first. */
import type { StatementFormat } from "./format.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAll } from "./lists/list-header.ts";

export const hsbc: StatementFormat = listFormat({
  name: "hsbc",
  signed: true,
  dateOrder: "dmy",
  knows: (head) =>
    sureIf(
      /\bHSBC\b|汇丰/i.test(head.titles) || hasAll(head, "Billing amount", "Billing currency"),
    ),
});
