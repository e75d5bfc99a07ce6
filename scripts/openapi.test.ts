/** What is generated from the endpoints is up to date. */
import { expect, test } from "vitest";
import { stale } from "./openapi.ts";

test("docs/openapi.json and web/api-types.ts are what `npm run fix` writes", async () => {
  expect(await stale()).toEqual([]);
});
