/** The worker: what happens without anybody asking. Closes due days, sends what waits. */
import { type Runner, run } from "graphile-worker";
import type { Pool } from "pg";

/** A job of the house: its name, when it runs (cron, UTC), and what it does. Started twice at once,
 * it does its work once: each is idempotent by what it writes. */
export type Job = {
  readonly name: string;
  readonly when: string;
  run(): Promise<void>;
};

export type Worker = {
  /** Runs a job as soon as there is time; asked twice before it began, it runs once. */
  soon(name: string): Promise<void>;
  stop(): Promise<void>;
};

const QUIET = { logFactory: () => () => undefined };

/** Starts the worker on a pool of its own: the job library keeps its tables in its own schema. */
export async function startWorker(
  pool: Pool,
  jobs: readonly Job[],
  onFailure: (job: string, error: unknown) => void,
): Promise<Worker> {
  const { Logger } = await import("graphile-worker");
  const tasks = jobs.map((job) => [job.name, () => attempt(job, onFailure)] as const);
  const runner: Runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(tasks),
    crontab: jobs.map(({ name, when }) => `${when} ${name} ?jobKey=${name}`).join("\n"),
    noHandleSignals: true,
    concurrency: 1,
    pollInterval: 2_000,
    logger: new Logger(QUIET.logFactory),
  });
  return {
    async soon(name) {
      await runner.addJob(name, {}, { jobKey: name });
    },
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}

/** A failure is told and not retried at once: the next time of the job's clock tries again. */
async function attempt(job: Job, onFailure: (job: string, error: unknown) => void): Promise<void> {
  try {
    await job.run();
  } catch (error) {
    onFailure(job.name, error);
  }
}
