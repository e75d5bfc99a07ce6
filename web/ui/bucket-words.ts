/** A bucket's name and colour, for the standard buckets and for people's own. */

import type { Words } from "../words/zh.ts";
import { LATENESS, type LatenessBucket } from "./theme.ts";

const SCALE = Object.values(LATENESS);

const isStandard = (key: string): key is LatenessBucket => Object.hasOwn(LATENESS, key);

export function bucketName(words: Words, key: string): string {
  if (isStandard(key)) return words.ageing.buckets[key];
  return /^\d+(-\d+|\+)$/.test(key) ? words.ageing.ownBucket(key) : key;
}

/** Own buckets are spread over the scale: the last is always the darkest. */
export function bucketColour(keys: readonly string[], key: string): string {
  if (isStandard(key) && keys.length === SCALE.length) return LATENESS[key];
  const at = keys.indexOf(key);
  const place = keys.length < 2 ? 0 : Math.round((at / (keys.length - 1)) * (SCALE.length - 1));
  return SCALE[place] ?? LATENESS.not_due;
}
