/** A heading with its lines below it, or what is said where there are none. */
import type { ReactNode } from "react";

type GroupProps = {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
};

export function Group({ title, none, children }: GroupProps) {
  return (
    <section>
      <h3>{title}</h3>
      {children.length === 0 ? <p className="quiet">{none}</p> : <ul>{children}</ul>}
    </section>
  );
}
