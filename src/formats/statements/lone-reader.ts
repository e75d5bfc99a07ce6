/** A program of its own that reads one large or packed bank file, tells what it read, and ends. */
import type { ReadStatement } from "./format.ts";
import { readStatements, type StatementOptions } from "./read-statements.ts";

export type ReadingOrder = { readonly bytes: Uint8Array; readonly options: StatementOptions };
export type ReadingAnswer = { readonly read: ReadStatement } | { readonly bug: string };

async function answer({ bytes, options }: ReadingOrder): Promise<ReadingAnswer> {
  try {
    return { read: await readStatements(bytes, options) };
  } catch (error) {
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.once("message", async (order) => {
  process.send?.(await answer(order as ReadingOrder), () => process.disconnect());
});
