/** Where the cursor of a table goes when a key is pressed. */

const PAGE = 15;

/** The next row's index, or null when the key means nothing to a table. */
export function cursorAfter(key: string, at: number, count: number): number | null {
  const last = count - 1;
  const clamp = (index: number) => Math.max(0, Math.min(last, index));
  switch (key) {
    case "j":
    case "ArrowDown":
      return clamp(at + 1);
    case "k":
    case "ArrowUp":
      return clamp(at - 1);
    case "PageDown":
      return clamp(at + PAGE);
    case "PageUp":
      return clamp(at - PAGE);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
