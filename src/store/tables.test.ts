/** Tables are listed so that rows can be inserted in that order. */
import { expect, test } from "vitest";
import { inOrder } from "./tables.ts";

const table = (name: string, ...parents: string[]) => ({ name, columns: [], parents });

test("a table stands after all it refers to", () => {
  const ordered = inOrder([table("a", "c", "b"), table("b", "d"), table("c", "b"), table("d")]);
  expect(ordered.map(({ name }) => name)).toEqual(["d", "b", "c", "a"]);
});

test("foreign keys in a circle are a bug", () => {
  expect(() => inOrder([table("a", "b"), table("b", "a")])).toThrow("form no circle");
});
