/** Stub. */
export function StartPage() {
  return null;
}
