/** Stub. */
export function PlanPage() {
  return null;
}
