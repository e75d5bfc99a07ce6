/** Imports over HTTP: a file is looked at first, and then stored. */
import { type ImportRequest, importFile } from "../actions/import-file.ts";
import type { Desk } from "../actions/perform.ts";
import * as contract from "../contract/import.ts";
import { isFileRefusal, refusalWords } from "../contract/import-refusals.ts";
import { wireReport } from "../contract/import-report.ts";
import { EMPTY_MAP } from "../domain/book/import-row.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { readRows } from "../formats/tables/read-rows.ts";
import { viewImports } from "../views/imports.ts";
import { look } from "../views/look.ts";
import type { AnyRefusal } from "./refusals.ts";
import { type Given, type Route, route } from "./route.ts";

type Form = Given<typeof contract.importFile>["body"];

async function requestOf({ file, kind, options }: Form): Promise<ImportRequest> {
  const { map, sheet, snapshot, partial, update } = options;
  return {
    kind,
    bytes: new Uint8Array(await file.arrayBuffer()),
    fileName: file.name,
    sheet,
    map: map && {
      ...EMPTY_MAP,
      columns: map.columns ?? {},
      constants: map.constants ?? {},
      dateOrder: map.dateOrder ?? null,
      stripLeadingZeros: map.stripLeadingZeros ?? [],
    },
    snapshotOn: snapshot,
    partial,
    update,
  };
}

async function take(
  desk: Desk,
  form: Form,
  preview: boolean,
): Promise<Result<contract.ImportReport, AnyRefusal>> {
  const done = await importFile(desk, readRows, await requestOf(form), { preview });
  if (done.ok) return ok(wireReport(done.value));
  const { refusal } = done;
  if (refusal.code === "import_has_problems") {
    return refuse({ code: "import_has_problems", report: wireReport(refusal.report) });
  }
  if (isFileRefusal(refusal)) return refuse({ ...refusal, message: refusalWords(refusal) });
  return refuse(refusal);
}

export const importRoutes: readonly Route[] = [
  route(contract.previewImport, ({ desk, body }) => take(desk, body, true)),
  route(contract.importFile, ({ desk, body }) => take(desk, body, false)),
  route(contract.imports, async ({ desk }) => ok(await look(desk, viewImports))),
];
