/** Any bank's list whose columns are known by their names; asked when no bank knows its own. */
import type { StatementFormat } from "./format.ts";
import { listFormat } from "./lists/list-format.ts";

export const generic: StatementFormat = listFormat({
  name: "generic",
  unknownBank: true,
  lastResort: true,
  knows: () => "maybe",
});
