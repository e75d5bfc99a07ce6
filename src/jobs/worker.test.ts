/** The worker on a real database: jobs run when asked, failures are told. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestStore, testStore } from "../../test/kit/database.ts";
import { clientConfig } from "../store/connection.ts";
import { startWorker } from "./worker.ts";

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.drop());

function openPool(): pg.Pool {
  const { types: _, ...config } = clientConfig(store.connection);
  const pool = new pg.Pool({ ...config, max: 4 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** A job that tells when it ran. */
function counted(name: string, work: () => Promise<void> = async () => undefined) {
  let tell: () => void = () => undefined;
  const ran = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let times = 0;
  const run = async () => {
    times += 1;
    tell();
    await work();
  };
  return { job: { name, when: "0 0 1 1 *", run }, ran, times: () => times };
}

test("a job asked for runs soon; one that fails is told, and the others go on", async () => {
  const good = counted("good");
  const bad = counted("bad", async () => {
    throw new Error("the mail server is gone");
  });
  const failures: string[] = [];
  const worker = await startWorker(openPool(), [good.job, bad.job], (job, error) => {
    failures.push(`${job}: ${error instanceof Error ? error.message : ""}`);
  });
  await worker.soon("bad");
  await bad.ran;
  await worker.soon("good");
  await good.ran;
  await worker.stop();
  expect(good.times()).toBe(1);
  expect(failures).toEqual(["bad: the mail server is gone"]);
});
