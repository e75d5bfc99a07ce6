/** Bank statements over HTTP: looked at first, then taken, with the progress of what runs. */
import { importStatement } from "../actions/import-statement.ts";
import * as contract from "../contract/bank-line.ts";
import { isFileRefusal, refusalWords } from "../contract/import-refusals.ts";
import { EMPTY_MAP, type ImportMap } from "../domain/book/import-row.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { readStatementsApart } from "../formats/statements/read-apart.ts";
import { look } from "../views/look.ts";
import { viewStatement } from "../views/statement-preview.ts";
import { findProgress, watch } from "./progress.ts";
import type { AnyRefusal } from "./refusals.ts";
import { type Given, type Route, route } from "./route.ts";

type Form = Given<typeof contract.previewStatement>["body"];

const mapOf = (map: Form["map"]): ImportMap | null =>
  map === undefined
    ? null
    : {
        ...EMPTY_MAP,
        columns: map.columns ?? {},
        constants: map.constants ?? {},
        dateOrder: map.dateOrder ?? null,
        stripLeadingZeros: map.stripLeadingZeros ?? [],
      };

const bytesOf = async ({ file }: Form): Promise<Uint8Array> =>
  new Uint8Array(await file.arrayBuffer());

/** What is refused about a file carries its sentence in both languages. */
const worded = (refusal: AnyRefusal) =>
  refuse(isFileRefusal(refusal) ? { ...refusal, message: refusalWords(refusal) } : refusal);

export const statementRoutes: readonly Route[] = [
  route(contract.previewStatement, async ({ desk, body }) => {
    const { name: fileName } = body.file;
    const bytes = await bytesOf(body);
    const homeCurrency = await look(desk, async ({ creditor }) => creditor.homeCurrency);
    const file = await readStatementsApart(bytes, { fileName, map: mapOf(body.map), homeCurrency });
    if (!file.ok) return worded(file.refusal);
    const account = body.account ?? null;
    return ok(await look(desk, (sight) => viewStatement(sight, file.value, account)));
  }),
  route(contract.importStatement, async ({ desk, body }) => {
    const request = {
      bytes: await bytesOf(body),
      fileName: body.file.name,
      account: body.account ?? null,
      map: mapOf(body.map),
      insist: body.insist ?? null,
    };
    const run = watch(desk.creditorId, body.run ?? null);
    try {
      const done = await importStatement(desk, readStatementsApart, request, run.reach);
      return done.ok ? done : worded(done.refusal);
    } finally {
      run.end();
    }
  }),
  route(contract.statementProgress, async ({ desk, params }) => {
    const progress = findProgress(desk.creditorId, params.run);
    return progress === null ? refuse({ code: "nothing_under_way" }) : ok(progress);
  }),
];
