/** Ageing and the search box over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as ageing from "../contract/ageing.ts";
import { search } from "../contract/customer.ts";

let server: TestServer;
let collector: Caller;
beforeAll(async () => {
  server = await testServer();
  collector = server.as("collector");
});
afterAll(() => server.close());

describe("ageing", () => {
  test("ties to the ledger and carries every bucket", async () => {
    const report = await collector.get(ageing.ageing);
    expect(report).toMatchObject({ on: "2026-03-31", by: "customer", ties: true });
    expect(report.keys[0]).toBe("not_due");
    expect(report.totals[0]).toMatchObject({
      currency: "CNY",
      amounts: { not_due: "9000.00", "1-30": "17500.50" },
      unapplied: "-200.00",
      total: "26300.50",
    });
    expect(report.rows.map(({ customer }) => customer)).toEqual(["K1", "K2"]);
  });

  test("of an earlier day, by creditor, in own buckets", async () => {
    const query = { on: "2026-03-15", by: "creditor", buckets: "2,10" };
    const report = await collector.get(ageing.ageing, { query });
    expect(report.keys).toEqual(["not_due", "1-2", "3-10", "10+"]);
    expect(report.rows).toMatchObject([{ customer: null, amounts: { "3-10": "5000.00" } }]);
    const wrong = await collector.raw(ageing.ageing, { query: { buckets: "30,10" } });
    expect([wrong.status, (await problemOf(wrong)).code]).toEqual([422, "buckets_not_ascending"]);
  });

  test("as CSV and Excel with the same filters", async () => {
    const csv = await collector.raw(ageing.ageingCsv, { query: { language: "en" } });
    expect(csv.headers.get("content-disposition")).toContain("ageing-2026-03-31.csv");
    expect(await csv.text()).toContain("17500.50");
    const xlsx = await collector.raw(ageing.ageingXlsx);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });
});

test("the search finds customers by name and documents by number", async () => {
  const found = await collector.get(search, { query: { q: "F-2" } });
  expect(found.items).toMatchObject([{ number: "F-2", customer: { number: "K1" } }]);
  expect((await collector.get(search, { query: { q: "客户 2" } })).customers).toHaveLength(1);
});
