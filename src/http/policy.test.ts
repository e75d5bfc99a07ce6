/** The collection policy over HTTP: readable, checked, published, refused with the place. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as plan from "../contract/plan.ts";
import * as contract from "../contract/policy.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const manager = () => server.as("credit_manager");

test("the ladder is readable, with what each step does today", async () => {
  await manager().get(plan.runPlan, { body: {} });
  const page = await manager().get(contract.policy);
  expect(page).toMatchObject({ version: 1, publishedBy: "operator", can: { publish: true } });
  expect(page.steps.length).toBeGreaterThan(8);
  expect(page.steps.map(({ track }) => track)).toEqual(
    expect.arrayContaining(["reminder", "demand", "task"]),
  );
  const lines = (await manager().get(plan.planSteps)).total;
  expect(page.steps.reduce((sum, step) => sum + step.today, 0)).toBe(lines);
  expect((await server.as("sales").get(contract.policy)).can.publish).toMatchObject({
    code: "not_permitted",
  });
});

test("what cash application may do is readable, amounts and rates as text", async () => {
  const { cash, text } = await manager().get(contract.policy);
  expect(cash).toMatchObject({
    ...{ cashDiscount: null, oldestFirst: false, applyFrom: 990, appropriation: "statutory" },
    deductions: "dispute",
    roundingUpTo: expect.arrayContaining([{ amount: "1.00", currency: "CNY" }]),
  });
  const discount = "cash_discount: { percent: 2, within_days: 10 }";
  const asked = { body: { text: text.replace(`# ${discount}`, discount) } };
  expect((await manager().get(contract.checkPolicy, asked)).policy?.cash.cashDiscount).toEqual({
    partsPerBillion: "20000000",
    withinDays: 10,
  });
});

test("a text is checked without being stored; a fault has its place", async () => {
  const { text } = await manager().get(contract.policy);
  const sound = await manager().get(contract.checkPolicy, { body: { text } });
  expect(sound.faults).toEqual([]);
  expect(sound.policy?.steps.length).toBeGreaterThan(8);
  const broken = await manager().get(contract.checkPolicy, { body: { text: "steps: 7" } });
  expect(broken.policy).toBeNull();
  expect(broken.faults[0]).toMatchObject({ path: expect.any(String), reason: expect.any(String) });
});

test("a new version is published on the one that was edited, not over a newer", async () => {
  const { text, version } = await manager().get(contract.policy);
  const body = { text: `# 本公司\n${text}`, version };
  expect(await manager().get(contract.publishPolicy, { body })).toEqual({ version: 2 });
  const versions = await manager().get(contract.policyVersions);
  expect(versions.map((one) => [one.version, one.publishedBy])).toEqual([
    [2, "credit_manager"],
    [1, "operator"],
  ]);
  const late = await manager().raw(contract.publishPolicy, { body });
  expect([late.status, await late.json()]).toMatchObject([
    409,
    { code: "policy_is_newer", version: 2 },
  ]);
  const unsound = await manager().raw(contract.publishPolicy, {
    body: { text: "steps: 7", version: 2 },
  });
  expect([unsound.status, (await problemOf(unsound)).code]).toEqual([422, "policy_invalid"]);
});
