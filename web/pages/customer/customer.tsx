/** Stub. */
export function CustomerRoute() {
  return null;
}
