/** Single-letter keys of a page; never while somebody types, never with a modifier. */
import { useEffect, useRef } from "react";

export type Keys = Readonly<Record<string, () => void>>;

const TYPING = "input, textarea, select, [contenteditable=true], [role=combobox]";
/** What Enter and the blank press by themselves. */
const PRESSABLE = "a, button, summary, [role=button], [role=tab], [role=menuitem]";

const within = (target: EventTarget | null, kinds: string): boolean =>
  target instanceof HTMLElement && target.closest(kinds) !== null;

/** A checkbox is an input in which nobody types. */
const isTyping = (target: EventTarget | null): boolean =>
  within(target, TYPING) && !(target instanceof HTMLInputElement && target.type === "checkbox");

const dialogIsOpen = (): boolean =>
  document.querySelector(".ant-modal-wrap:not([style*='display: none']), .ant-drawer-open") !==
  null;

/** Who listens, the first to be asked at the end: a page goes before the frame around it. */
const listeners: { readonly current: Keys }[] = [];

function pressed(event: KeyboardEvent): void {
  if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || dialogIsOpen()) return;
  const presses = event.key === "Enter" || event.key === " ";
  if (presses && within(event.target, PRESSABLE)) return;
  const act = listeners.findLast(({ current }) => current[event.key] !== undefined)?.current;
  if (act === undefined) return;
  event.preventDefault();
  act[event.key]?.();
}

/** Listens on the whole window while the component is shown; `everywhere`: after the page's own. */
export function useKeys(keys: Keys, everywhere = false): void {
  const current = useRef(keys);
  current.current = keys;
  // The window is outside React: a key pressed anywhere on the page must reach this component.
  useEffect(() => {
    if (listeners.length === 0) window.addEventListener("keydown", pressed);
    if (everywhere) listeners.unshift(current);
    else listeners.push(current);
    return () => {
      listeners.splice(listeners.indexOf(current), 1);
      if (listeners.length === 0) window.removeEventListener("keydown", pressed);
    };
  }, [everywhere]);
}
