/** Stub. */
export function OutboxPage() {
  return null;
}
