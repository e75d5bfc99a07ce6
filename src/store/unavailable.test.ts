/** Which errors mean that the world failed, and what is said then. */
import { expect, test } from "vitest";
import { Unavailable } from "../domain/values/result.ts";
import { asUnavailable, reasonOf } from "./unavailable.ts";

const failure = (told: object, message = "x") => Object.assign(new Error(message), told);

test.each([
  [{ code: "28P01" }, "the user or password is wrong"],
  [{ code: "08006" }, "no answer came"],
  [{ code: "ECONNREFUSED" }, "nothing listens there"],
  [{ code: "ENOENT", syscall: "connect" }, "nothing listens there"],
  [{ errors: [failure({}), failure({ code: "ETIMEDOUT" })] }, "no answer came"],
])("%j is the world failing", (told, reason) => {
  expect(reasonOf(failure(told))?.en).toContain(reason);
  expect(asUnavailable(failure(told))).toBeInstanceOf(Unavailable);
});

test.each([
  [failure({ code: "23505" })],
  [failure({ code: "ENOENT", syscall: "open" })],
  [failure({ name: "Broken" }, "Connection terminated")],
  ["a text"],
  [null],
])("%s is not", (error) => {
  expect(reasonOf(error)).toBeNull();
  expect(asUnavailable(error)).toBe(error);
});

test("what is told already keeps its sentence, and the first error is its cause", () => {
  const cut = failure({}, "Connection terminated unexpectedly");
  const told = asUnavailable(cut, { zh: "那里", en: "There" }) as Unavailable;
  expect(told.message).toBe("There does not answer: the connection was cut; check the server.");
  expect(told.sentence.zh).toBe("那里连接不上：连接已中断，请检查数据库服务。");
  expect(told.cause).toBe(cut);
  expect(asUnavailable(told)).toBe(told);
});
