/** Which host names are answered. */
import { expect, test } from "vitest";
import { servedHosts } from "./hosts.ts";

test("on the loopback only its own names, and the public one", () => {
  const served = servedHosts("127.0.0.1", "https://ar.company.example");
  expect([...(served ?? [])]).toEqual(["localhost", "127.0.0.1", "[::1]", "ar.company.example"]);
  expect(servedHosts("localhost", "http://localhost:8787")?.has("evil.example")).toBe(false);
});

test("on a network any name, unless a public one was set", () => {
  expect(servedHosts("0.0.0.0", "http://0.0.0.0:8787")).toBeNull();
  expect(servedHosts("0.0.0.0", "http://localhost:8787")).toBeNull();
  const served = servedHosts("0.0.0.0", "https://ar.company.example");
  expect(served?.has("ar.company.example")).toBe(true);
  expect(served?.has("evil.example")).toBe(false);
});
