/** Stub. */
export function AgeingPage() {
  return null;
}
