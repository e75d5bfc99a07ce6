/** Nobody reads the name of a program where a person is asked for. */
import { expect, test } from "vitest";
import { en } from "./en.ts";
import { whoIs } from "./who.ts";
import { zh } from "./zh.ts";

test("a person is named; what runs by itself is said in words", () => {
  expect(whoIs(zh, "何欢")).toBe("何欢");
  expect(whoIs(zh, "worker")).toBe("系统自动");
  expect(whoIs(zh, "operator")).toBe("命令行");
  expect(whoIs(en, "worker")).not.toBe("worker");
  expect(whoIs(zh, null)).toBe("–");
});
