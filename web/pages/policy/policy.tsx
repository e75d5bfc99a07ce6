/** Stub. */
export function PolicyPage() {
  return null;
}
