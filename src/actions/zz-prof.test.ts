import { test } from "vitest";
import { readFileSync } from "node:fs";
import pg from "pg";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook } from "../../test/kit/imports.ts";
import { readRows } from "../formats/tables/read-rows.ts";
import { importFile } from "./import-file.ts";
test("p", async () => {
  const database = await testDatabase(); const desk = await emptyBook(database);
  const bytes = new Uint8Array(readFileSync("/tmp/h4/big.xlsx"));
  const proto = pg.Client.prototype as any; const old = proto.query; let n = 0;
  proto.query = function (...args: any[]) {
    const q = args[0]; const text = typeof q === "string" ? q : q?.text;
    if (typeof text === "string" && text.startsWith("with new_item")) {
      n += 1; const k = n;
      const ex = "explain (analyze, costs off, timing on) " + text;
      if (typeof q === "string") args[0] = ex; else q.text = ex;
      const r = old.apply(this, args);
      if (r && r.then && (k === 1 || k === 8)) r.then((x: any) => console.log(k + "\n" + x.rows.map((y: any) => y["QUERY PLAN"]).filter((l: string) => !/->.*Function|Filter/.test(l)).join("\n")));
      return r;
    }
    return old.apply(this, args);
  };
  await importFile(desk, readRows, { kind: "invoices", bytes, fileName: "x" });
  await database.close();
}, 300000);
