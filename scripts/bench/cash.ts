/**
 * `npm run bench:cash -- --data DIR …`: how often cash application is right, and how often alone.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { type Played, playSet } from "./cash-play.ts";
import { CASH_RULES } from "./cash-rules.ts";
import { scoreLine } from "./cash-score.ts";
import { readCashSet } from "./cash-set.ts";
import { printGoals, printLine, printScore, tallyOf } from "./cash-table.ts";

const USAGE = "npm run bench:cash -- --data DIR [--data DIR …] [--pred FILE] [--show KIND]";

const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

function given() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: "string", multiple: true, default: [] },
        pred: { type: "string" },
        show: { type: "string" },
      },
    });
    return values;
  } catch {
    return stop(`Usage: ${USAGE}`);
  }
}

/** All lines of a kind whose first proposal is wrong, for reading. */
function show(kind: string, played: readonly Played[]): void {
  const meant = played.filter(({ truth }) => kind === "all" || truth.kind === kind);
  meant.filter(({ truth, answer }) => !scoreLine(truth, answer).first).forEach(printLine);
}

function run(folder: string): readonly Played[] {
  const set = readCashSet(folder);
  if (typeof set === "string") return stop(set);
  const { played, milliseconds } = playSet(set, CASH_RULES);
  printScore(basename(folder), played);
  const rate = Math.round(played.length / (milliseconds / 1000));
  console.log(`judging alone: ${milliseconds.toFixed(0)} ms, ${rate} lines/s`);
  if (values.show !== undefined) show(values.show, played);
  return played;
}

const values = given();
const { data: folders, pred } = values;
if (folders.length === 0) stop(`Which folder? ${USAGE}`);
if (pred !== undefined && folders.length > 1) stop("--pred takes the answers of one folder only.");

const played = folders.flatMap(run);
if (folders.length > 1) {
  console.log(`\n== ${folders.length} sets pooled`);
  printGoals(tallyOf(played));
}
if (pred !== undefined) {
  const answers = Object.fromEntries(played.map(({ line, answer }) => [line.id, answer]));
  writeFileSync(pred, `${JSON.stringify(answers)}\n`);
}
