/** Who did something: a person by name, the command line by its word. */
import type { Words } from "./zh.ts";

export const whoIs = (words: Words, name: string | null): string =>
  name === "operator" ? words.frame.operator : (name ?? "–");
