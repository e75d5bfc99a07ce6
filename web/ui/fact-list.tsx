/** Facts one below the other, each with its name; those that nobody told are left out. */
import { Fragment, type ReactNode } from "react";
import "./fact-list.css";

export type Fact = readonly [name: string, value: ReactNode];

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const told = facts.filter(([, value]) => value !== null && value !== "");
  return (
    <dl className="fact-list">
      {told.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
