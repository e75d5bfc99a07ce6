/** Sureness follows the server's bound, and never calls a doubtful proposal sure. */
import { expect, test } from "vitest";
import { surenessOf } from "./confidence.tsx";

test("very sure begins where the server allows accepting in bulk", () => {
  expect(surenessOf(985, 985)).toBe("very");
  expect(surenessOf(984, 985)).toBe("fairly");
});

test("below four of five it asks to check", () => {
  expect(surenessOf(800, 985)).toBe("fairly");
  expect(surenessOf(799, 985)).toBe("check");
});
