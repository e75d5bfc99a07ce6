/** Single-letter keys of a page; never while somebody types, never with a modifier. */
import { useEffect, useRef } from "react";

export type Keys = Readonly<Record<string, () => void>>;

const TYPING = "input, textarea, select, [contenteditable=true], [role=combobox]";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest(TYPING) !== null;

const dialogIsOpen = (): boolean =>
  document.querySelector(".ant-modal-wrap:not([style*='display: none']), .ant-drawer-open") !==
  null;

/** Listens on the whole window while the component is shown. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  // The window is outside React: a key pressed anywhere on the page must reach this component.
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || dialogIsOpen()) return;
      const act = current.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
}
