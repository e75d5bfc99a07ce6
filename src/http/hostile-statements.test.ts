/** Whatever is uploaded as a bank's file: a sentence with the place, and nothing is stored. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { bankFilesStored, HOSTILE_FILES } from "../../test/kit/hostile-files.ts";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as contract from "../contract/bank-line.ts";
import { type Listening, startServer } from "./server.ts";

const MEGABYTE = 1024 * 1024;

let server: TestServer;
let cashier: Caller;
let listening: Listening;
beforeAll(async () => {
  server = await testServer();
  cashier = server.as("cashier");
  listening = await startServer(server.house, { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await listening.stop();
  await server.close();
});

const form = (bytes: Uint8Array) => {
  const body = new FormData();
  body.set("file", new File([new Uint8Array(bytes)], "upload"));
  return { body };
};

test.each(HOSTILE_FILES)(
  "$what",
  async ({ bytes, code, says }) => {
    const file = form(bytes());
    const before = await bankFilesStored(server.database);
    for (const endpoint of [contract.previewStatement, contract.importStatement]) {
      const refused = await cashier.raw(endpoint, file);
      expect(refused.status).toBe(422);
      const problem = await problemOf(refused);
      expect(problem).toMatchObject({ code });
      const { en } = problem["message"] as { readonly en: string };
      expect(en).toMatch(says);
    }
    expect(await bankFilesStored(server.database)).toEqual(before);
  },
  120_000,
);

/** Sends noise as a browser would, without saying how much it will be. */
async function sendNoise(megabytes: number): Promise<number> {
  const { port } = new URL(listening.url);
  const origin = `http://localhost:${port}`;
  const path = contract.importStatement.path.replace("{creditor}", server.book.code);
  const head = new TextEncoder().encode(
    '--x\r\ncontent-disposition: form-data; name="file"; filename="noise"\r\n\r\n',
  );
  const noise = new Uint8Array(MEGABYTE).fill(0xa7);
  let left = megabytes;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(head),
    pull(stream) {
      left -= 1;
      if (left < 0) stream.close();
      else stream.enqueue(noise);
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=x", origin };
  const cookie = server.cookies.cashier;
  const answer = await fetch(`${origin}${path}`, {
    ...{ method: "POST", headers: { ...headers, cookie }, body, duplex: "half" },
  } as RequestInit);
  return answer.status;
}

test("100 MB of noise over a real line: refused, and not kept in memory", async () => {
  const before = process.memoryUsage();
  expect(await sendNoise(100)).toBe(413);
  const { rss } = process.memoryUsage();
  expect((rss - before.rss) / MEGABYTE).toBeLessThan(300);
}, 60_000);
