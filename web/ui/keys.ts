/** Keys of a page, single or two in turn; never while somebody types, never with a modifier. */
import { useEffect, useRef } from "react";

/** By the key as the browser names it, or two with a blank between: "j", "Enter", "g t". */
export type Keys = Readonly<Record<string, () => void>>;

const TYPING = "input, textarea, select, [contenteditable=true], [role=combobox]";
/** What Enter and the blank press by themselves. */
const PRESSABLE = "a, button, summary, [role=button], [role=tab], [role=menuitem]";
/** So long the first key of two is waited upon. */
const TURN_MS = 1_500;

const within = (target: EventTarget | null, kinds: string): boolean =>
  target instanceof HTMLElement && target.closest(kinds) !== null;

/** A checkbox is an input in which nobody types. */
const isTyping = (target: EventTarget | null): boolean =>
  within(target, TYPING) && !(target instanceof HTMLInputElement && target.type === "checkbox");

const dialogIsOpen = (): boolean =>
  document.querySelector(".ant-modal-wrap:not([style*='display: none']), .ant-drawer-open") !==
  null;

type Listener = { readonly current: Keys };

/** Who listens, the first to be asked at the end: a page goes before the frame around it. */
const listeners: Listener[] = [];

const actOf = (key: string): (() => void) | undefined =>
  listeners.findLast(({ current }) => current[key] !== undefined)?.current[key];

const begins = (key: string): boolean =>
  listeners.some(({ current }) => Object.keys(current).some((name) => name.startsWith(`${key} `)));

/** The first key of two, while the second is waited for. */
let begun: { readonly key: string; readonly until: number } | null = null;

/** What the key does now, after the one before it; a second key that means nothing does nothing. */
function actAfter(event: KeyboardEvent): (() => void) | undefined {
  const first = begun !== null && event.timeStamp < begun.until ? begun.key : null;
  begun = null;
  if (first !== null) return actOf(`${first} ${event.key}`) ?? (() => undefined);
  if (begins(event.key)) {
    const key = event.key;
    return () => {
      begun = { key, until: event.timeStamp + TURN_MS };
    };
  }
  return actOf(event.key);
}

const isModifier = ({ key }: KeyboardEvent): boolean => key === "Shift" || key === "CapsLock";

function pressed(event: KeyboardEvent): void {
  if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
  if (isModifier(event) || isTyping(event.target) || dialogIsOpen()) return;
  const presses = event.key === "Enter" || event.key === " ";
  if (presses && within(event.target, PRESSABLE)) return;
  const act = actAfter(event);
  if (act === undefined) return;
  event.preventDefault();
  act();
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
