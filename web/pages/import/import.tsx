/** Stub. */
export function ImportPage() {
  return null;
}
