/** Whether the window is a phone's: tables become cards, the navigation a drawer. */
import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 760px)";
const MIDDLE = "(max-width: 1100px)";

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
  );
}

export const useNarrow = (): boolean => useMedia(NARROW);
/** Narrower than two columns need. */
export const useMiddle = (): boolean => useMedia(MIDDLE);
