/** Moments of the world's clock in the reader's own time zone. */

const pad = (value: number): string => String(value).padStart(2, "0");

/** "09:04". */
export function clock(instant: string): string {
  const at = new Date(instant);
  return `${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** "2026-11-23 09:04". */
export function dayAndClock(instant: string): string {
  const at = new Date(instant);
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day} ${clock(instant)}`;
}
