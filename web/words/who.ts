/** Who did something: a person by name, the command line and the house itself by their words. */
import type { Words } from "./zh.ts";

export function whoIs({ frame }: Words, name: string | null): string {
  if (name === "operator") return frame.operator;
  if (name === "worker") return frame.worker;
  return name ?? "–";
}
