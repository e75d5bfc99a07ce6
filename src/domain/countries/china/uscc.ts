/** 统一社会信用代码 (USCC): the 18 characters that name a Chinese legal person, GB 32100-2015. */
import type { Brand } from "../../values/brand.ts";
import { ok, type Result, refuse } from "../../values/result.ts";

export type Uscc = Brand<string, "Uscc">;

/** `checksumHolds` false: some early pilot codes are genuine all the same, so it only warns. */
export type ReadUscc = { readonly uscc: Uscc; readonly checksumHolds: boolean };
export type UsccRefusal = { readonly code: "uscc_malformed"; readonly text: string };

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const FORM = /^[1-9ANY][0-9A-HJ-NP-RTUWXY]\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The 18th character that belongs to the first 17 (GB 32100-2015: modulo 31). */
export function usccCheckCharacter(first: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * indexOf(first, at), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

const indexOf = (text: string, at: number): number => ALPHABET.indexOf(text.charAt(at));

/**
 * Reads a code as people write it (full-width, lower case, spaces). A wrong form is refused; a
 * wrong check character is only told, since 福建 and 厦门 issued some that fail it.
 */
export function parseUscc(text: string): Result<ReadUscc, UsccRefusal> {
  const plain = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  if (!FORM.test(plain)) return refuse({ code: "uscc_malformed", text });
  const checksumHolds = plain.charAt(17) === usccCheckCharacter(plain);
  return ok({ uscc: plain as Uscc, checksumHolds });
}
