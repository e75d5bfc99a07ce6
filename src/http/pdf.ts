/** A letter as an answer. */
import type { LetterFile } from "../actions/preview-letter.ts";
import { ok, type Result } from "../domain/values/result.ts";
import type { Bytes } from "./route.ts";

export const pdf = <Refusal>(letter: Result<LetterFile, Refusal>): Result<Bytes, Refusal> =>
  letter.ok ? ok({ ...letter.value, bytes: new Uint8Array(letter.value.bytes) }) : letter;
