/** The API's description: whole, and the checked-in files are what the endpoints say. */
import { expect, test } from "vitest";
import { ENDPOINTS } from "./endpoints.ts";
import { openApi } from "./openapi.ts";

type Described = {
  paths: Record<string, Record<string, { operationId: string; parameters?: { name: string }[] }>>;
  components: { schemas: Record<string, unknown> };
};
const described = openApi("1.2.3") as unknown as Described;

test("every endpoint is described under its name, with the parameters of its path", () => {
  for (const { name, method, path } of ENDPOINTS) {
    const operation = described.paths[path]?.[method];
    expect(operation?.operationId).toBe(name);
    const named = (operation?.parameters ?? []).map((parameter) => parameter.name);
    expect(named).toEqual(
      expect.arrayContaining([...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key)),
    );
  }
});

test("every reference leads somewhere", () => {
  const text = JSON.stringify(described);
  const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? "",
  );
  expect(named.length).toBeGreaterThan(10);
  for (const name of named) expect(described.components.schemas).toHaveProperty(name);
  expect(text).not.toContain("$defs");
});
