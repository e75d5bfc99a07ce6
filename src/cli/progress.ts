/** A progress bar for people at a terminal; nothing at all where nobody watches. */
import type { Io } from "./command.ts";

export type Progress = {
  /** How far the work is, in whatever units the total was given in. */
  reach(done: number): void;
  /** Clears the line: what the command says next starts on an empty one. */
  end(): void;
};

/** Cells of the bar itself, and the least time between two drawings in milliseconds. */
const CELLS = 24;
const PAUSE = 80;

/** Draws `label ████░░░░ 42 %` on standard error, at most twelve times a second. */
export function startProgress(
  io: Pick<Io, "err" | "terminal">,
  label: string,
  total: number,
): Progress {
  if (!io.terminal || total <= 0) return { reach: () => {}, end: () => {} };
  let drawnAt = 0;
  let drawn = "";
  return {
    reach(done) {
      const now = performance.now();
      if (now - drawnAt < PAUSE && done < total) return;
      const line = progressLine(label, done, total);
      if (line === drawn) return;
      drawnAt = now;
      drawn = line;
      io.err(`\r${line}\u001b[K`);
    },
    end() {
      if (drawn !== "") io.err("\r\u001b[K");
    },
  };
}

/** The bar as text. More than all of it is all of it. */
export function progressLine(label: string, done: number, total: number): string {
  const share = Math.max(0, Math.min(1, done / total));
  const filled = Math.floor(share * CELLS);
  const bar = "█".repeat(filled) + "░".repeat(CELLS - filled);
  return `${label} ${bar} ${Math.floor(share * 100)} %`;
}
