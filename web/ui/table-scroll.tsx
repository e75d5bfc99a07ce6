/** A short table that scrolls sideways inside itself, by keyboard too. */
import type { ReactNode } from "react";

type TableScrollProps = { readonly label: string; readonly children: ReactNode };

export function TableScroll({ label, children }: TableScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard can't scroll it
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
