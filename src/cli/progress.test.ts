/** The progress bar: right shares, quiet where nobody watches, a clean line at the end. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { progressLine, startProgress } from "./progress.ts";

function screen(terminal: boolean) {
  const drawn: string[] = [];
  return { drawn, io: { terminal, err: (text: string) => void drawn.push(text) } };
}

test("the bar always has its full width and never shows more than all", () => {
  const positive = fc.integer({ min: 1, max: 1_000_000 });
  void fc.assert(
    fc.property(fc.integer({ min: -5, max: 2_000_000 }), positive, (done, total) => {
      const line = progressLine("x", done, total);
      expect(line).toMatch(/^x [█░]{24} \d{1,3} %$/);
      expect(Number(/(\d+) %/.exec(line)?.[1])).toBeLessThanOrEqual(100);
    }),
  );
  expect(progressLine("rows", 1, 2)).toBe("rows ████████████░░░░░░░░░░░░ 50 %");
});

test("nothing is drawn where nobody watches", () => {
  const { io, drawn } = screen(false);
  const progress = startProgress(io, "rows", 10);
  progress.reach(10);
  progress.end();
  expect(drawn).toEqual([]);
});

test("the last state is drawn even right after another, and the line is cleared", () => {
  const { io, drawn } = screen(true);
  const progress = startProgress(io, "rows", 10);
  progress.reach(9);
  progress.reach(10);
  progress.end();
  expect(drawn.at(-2)).toContain("100 %");
  expect(drawn.at(-1)).toBe("\r\u001b[K");
});

test("work of nothing has no bar", () => {
  const { io, drawn } = screen(true);
  startProgress(io, "rows", 0).end();
  expect(drawn).toEqual([]);
});
