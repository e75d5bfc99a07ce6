/**
 * The load on the desk, a process of its own: users who look at Today, think, open a customer.
 * Takes its task as JSON, prints the milliseconds of each answer as JSON.
 */
import { setTimeout as pause } from "node:timers/promises";

export type LoadTask = {
  readonly url: string;
  readonly creditor: string;
  readonly cookies: readonly string[];
  readonly seconds: number;
  readonly thinkMilliseconds: number;
};
export type LoadResult = {
  readonly today: readonly number[];
  readonly customer: readonly number[];
  readonly failed: readonly string[];
};

const task = JSON.parse(process.argv[2] ?? "null") as LoadTask;
const today: number[] = [];
const customer: number[] = [];
const failed: string[] = [];

async function timed(path: string, cookie: string, times: number[]): Promise<unknown> {
  const began = performance.now();
  const response = await fetch(`${task.url}/api/creditors/${task.creditor}${path}`, {
    headers: { cookie },
  });
  const body = await response.text();
  times.push(performance.now() - began);
  if (response.status !== 200) failed.push(`${response.status} ${path} ${body.slice(0, 200)}`);
  return response.status === 200 ? JSON.parse(body) : null;
}

type List = { readonly lines: readonly { readonly id: string }[] } | null;

/** Users do not think in step: each begins somewhere within the first second. */
async function work(cookie: string, place: number, until: number): Promise<void> {
  await pause((place * task.thinkMilliseconds) / task.cookies.length);
  for (let round = 0; performance.now() < until; round += 1) {
    const list = (await timed("/today?size=50", cookie, today)) as List;
    await pause(task.thinkMilliseconds);
    const lines = list?.lines ?? [];
    const line = lines[(round * 7 + place) % Math.max(1, lines.length)];
    if (line !== undefined) await timed(`/customers/${line.id}`, cookie, customer);
    await pause(task.thinkMilliseconds);
  }
}

const until = performance.now() + task.seconds * 1000;
await Promise.all(task.cookies.map((cookie, place) => work(cookie, place, until)));
const result: LoadResult = { today, customer, failed: failed.slice(0, 5) };
process.stdout.write(JSON.stringify(result));
