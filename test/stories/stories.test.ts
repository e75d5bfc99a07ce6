/** Lives every story of this folder: each expectation is met, and nothing happens unforeseen. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { faultsOf, tell } from "./expectations.ts";
import { live, readStory } from "./story.ts";

const HERE = new URL("./", import.meta.url);
const stories = readdirSync(HERE).filter((file) => file.endsWith(".story"));

/** The faults of each day with what the day brought; a story that was lived as told has none. */
function faultsOfStory(text: string): string[] {
  const story = readStory(text);
  const faults: string[] = [];
  for (const day of live(story)) {
    const found = faultsOf(day, story.lines);
    if (found.length > 0) faults.push([...found, tell(day)].join("\n"));
  }
  return faults;
}

test.each(stories)("%s", (file) => {
  const faults = faultsOfStory(readFileSync(new URL(file, HERE), "utf8"));
  expect(faults.join("\n\n")).toBe("");
});

test.each(stories)("%s is the same when somebody looks every day", (file) => {
  const story = readStory(readFileSync(new URL(file, HERE), "utf8"));
  const went = (every: boolean) =>
    [...live(story, every)].flatMap(({ on, plan }) => plan.steps.map((step) => ({ on, ...step })));
  expect(went(true)).toEqual(went(false));
});

describe("a story that is not so", () => {
  const scene =
    "country china  policy standard-b2b\n2026-03-23 invoice A 5000.00 CNY due 2026-03-31\n";
  const first = "2026-03-24 expect reminder-7d\n2026-03-26 expect reminder-3wd\n";
  const wrong = (line: string) => faultsOfStory(`${scene}${first}${line}\n`).join("\n");

  test.each([
    ["2026-03-27 expect first-letter", "line 5: expect first-letter — first-letter did not go"],
    ["2026-04-01 expect first-letter", "2026-04-01: nobody expected first-call"],
    ["2026-04-01 expect nothing", "line 5: expect nothing — something went"],
    ["2026-03-27 expect promise kept", "no such judgement"],
    ["2026-03-27 expect outstanding 1.00 CNY", "outstanding is 5000.00 CNY"],
    ["2026-03-27 expect left out because held", "left out because nothing"],
    ["2026-03-27 expect asleep until 2026-04-02", "wakes on 2026-04-01"],
    ["2026-03-27 expect nothing because held", "reasons: "],
    ["2026-04-01 expect first-call; first-letter of B", "first-letter lists A"],
    [
      "2026-04-01 expect first-call; first-letter over 1.00 CNY",
      "first-letter is over 5000.00 CNY",
    ],
    ["2026-04-01 expect first-call; first-letter because held", "first-letter: 1 day past due"],
  ])("%s", (line, fault) => {
    expect(wrong(line)).toContain(fault);
  });

  test("words that mean nothing are told with their line", () => {
    expect(() => wrong("2026-03-27 dance")).toThrow("line 5: no such verb");
    expect(() => wrong("soon dance")).toThrow("line 5: no day");
    expect(() => wrong("2026-03-27 receipt 1.00 CNY on B")).toThrow("line 5: B is not open");
    expect(() => wrong("2026-03-27 promise 9999.00 CNY on 2026-04-02 for A")).toThrow(
      "line 5: refused: promise_exceeds_open",
    );
    expect(() => faultsOfStory("country france policy standard-b2b")).toThrow("an unknown country");
  });
});
