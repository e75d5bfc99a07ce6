/**
 * When a long-running command is to stop: Ctrl-C, a supervisor's signal, a launcher that is gone.
 */

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Milliseconds in which a second signal counts as the same key press: a terminal sends Ctrl-C to
 * the whole group, and npm and the launcher pass theirs on as well.
 */
const SAME_PRESS = 2000;

/**
 * Resolves with what asked for the stop. Whoever asks again after two seconds is impatient: the
 * program then ends at once with exit code 130.
 */
export function untilStopped(): Promise<string> {
  return new Promise((resolve) => {
    let askedAt: number | null = null;
    const ask = (by: string) => {
      const now = performance.now();
      if (askedAt === null) {
        askedAt = now;
        resolve(by);
      } else if (now - askedAt > SAME_PRESS) {
        process.exit(130);
      }
    };
    for (const signal of SIGNALS) process.on(signal, () => ask(signal));
    process.on("disconnect", () => ask("disconnect"));
    process.channel?.unref();
  });
}
