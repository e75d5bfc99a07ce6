/** A connection is named without its password, and can be turned to another database. */
import { describe, expect, test } from "vitest";
import { type Connection, clientConfig, inDatabase, placeOf } from "./connection.ts";

const url = (text: string): Connection => ({ kind: "url", url: text });
const socket: Connection = { kind: "socket", folder: "/run/x", user: "u", database: "d" };

describe("the name of a place", () => {
  test.each([
    [url("postgres://li:secret@db:5433/ar?sslmode=require"), "PostgreSQL at db:5433/ar"],
    [url("postgres://li:secret@db/ar"), "PostgreSQL at db/ar"],
    [url("postgres://li:secret@/ar?host=/run"), "PostgreSQL at localhost/ar"],
    [url("secret, no address"), "PostgreSQL at DATABASE_URL"],
    [socket, "The store with its socket in /run/x"],
  ])("%j", (connection, name) => {
    expect(placeOf(connection).en).toBe(name);
    expect(placeOf(connection).zh).not.toContain("secret");
  });
});

test("another database of the same server keeps all the rest", () => {
  expect(inDatabase(socket, "e")).toEqual({ ...socket, database: "e" });
  const moved = inDatabase(url("postgres://li:pw@db:5433/ar?sslmode=require"), "e");
  expect(moved).toEqual(url("postgres://li:pw@db:5433/e?sslmode=require"));
});

test("the driver is told where, and to give up after ten seconds", () => {
  const { types: _, ...settings } = clientConfig(socket);
  expect(settings).toMatchObject({ host: "/run/x", user: "u", database: "d" });
  expect(settings.connectionTimeoutMillis).toBe(10_000);
  expect(clientConfig(url("postgres://db/ar")).connectionString).toBe("postgres://db/ar");
});
