/** Breaks comment lines that are too long for a hundred columns; code is the formatter's. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSources } from "../test/house/sources.ts";

const MOST_COLUMNS = 100;

const lengthOf = (line: string): number => [...line].length;

/** The words in lines of at most the width, never breaking a word. */
function fill(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** One source line as the lines it should be; anything but a long comment stays as it is. */
export function wrapLine(line: string): readonly string[] {
  if (lengthOf(line) <= MOST_COLUMNS) return [line];
  const whole = /^(\s*)\/\*\* (.*) \*\/$/.exec(line);
  if (whole !== null) {
    const [, indent = "", text = ""] = whole;
    const inner = fill(text, MOST_COLUMNS - indent.length - 3);
    return [`${indent}/**`, ...inner.map((words) => `${indent} * ${words}`), `${indent} */`];
  }
  const part = /^(\s*(?:\*|\/\/|--) )(.*)$/.exec(line);
  if (part === null) return [line];
  const [, lead = "", text = ""] = part;
  return fill(text, MOST_COLUMNS - lead.length).map((words) => `${lead}${words}`);
}

/** Wraps the comments of every source. */
export function wrapComments(root: string): void {
  for (const { path, text, lines } of readSources(root)) {
    if (!/\.(ts|tsx|js)$/.test(path)) continue;
    const wrapped = lines.flatMap(wrapLine).join("\n");
    if (wrapped !== text) writeFileSync(join(root, path), wrapped);
  }
}
