/** The last imports: what came in, when, by whom. */
import { type ImportLine, listImportLines } from "../store/import-rows.ts";
import type { Sight } from "./look.ts";

export const viewImports = ({ tx, creditor }: Sight): Promise<readonly ImportLine[]> =>
  listImportLines(tx, creditor.id);
