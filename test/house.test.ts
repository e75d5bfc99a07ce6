/** Keeps the house in order: each rule holds in the repository, and is seen to fail on examples. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { registries, registryText } from "../scripts/registries.ts";
import { borders } from "./house/borders.ts";
import { purity } from "./house/purity.ts";
import { shape } from "./house/shape.ts";
import { type Rule, readSources, sourceOf } from "./house/sources.ts";
import { texts } from "./house/texts.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = readSources(ROOT);
const rules = [...borders, ...purity, ...shape, ...texts];

const breachesOf = (rule: Rule, examples: Rule["bad"]) =>
  rule.find(Object.entries(examples).map(([path, text]) => sourceOf(path, text)));

test("the whole repository is read", () => {
  const paths = sources.map(({ path }) => path);
  expect(paths).toContain("src/domain/values/money.ts");
  expect(paths).toContain("package.json");
  expect(paths.length).toBeGreaterThan(150);
});

describe.each(rules)("$name", (rule) => {
  test("holds", () => {
    const breaches = rule.find(sources).map(({ path, line, what }) => `${path}:${line} ${what}`);
    expect(breaches, `${rule.name}. Remedy: ${rule.remedy}`).toEqual([]);
  });

  test("is seen to fail", () => {
    const broken = new Set(breachesOf(rule, rule.bad).map(({ path }) => path));
    expect([...broken].sort()).toEqual(Object.keys(rule.bad).sort());
    expect(breachesOf(rule, rule.good)).toEqual([]);
  });
});

test.each(registries)("the registry of $folder is fresh; else run `npm run fix`", (registry) => {
  expect(readFileSync(join(ROOT, registry.folder, "index.ts"), "utf8")).toBe(
    registryText(registry, ROOT),
  );
});
