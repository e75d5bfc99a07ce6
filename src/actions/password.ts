/** Passwords: argon2id, with the library's defaults (19 MiB, two passes). */
import { hash, verify } from "@node-rs/argon2";

export const hashPassword = (password: string): Promise<string> => hash(password);

/** False too when the stored text is no hash. */
export const isPassword = async (password: string, stored: string): Promise<boolean> => {
  try {
    return await verify(stored, password);
  } catch {
    return false;
  }
};
