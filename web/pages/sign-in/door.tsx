/** The page before one is inside: mark, a card, the language. */
import type { ReactNode } from "react";
import { LanguageSwitch } from "../../frame/language-switch.tsx";
import { useWords } from "../../words.tsx";
import "./door.css";

type DoorProps = {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
};

export function Door({ title, lead, children }: DoorProps) {
  const words = useWords();
  return (
    <div className="door">
      <header className="door-head">
        <span className="door-mark">
          <img src="/mark.svg" alt="" />
          {words.frame.product}
        </span>
        <LanguageSwitch />
      </header>
      <main className="door-card">
        <h1>{title}</h1>
        <p className="quiet door-lead">{lead}</p>
        {children}
      </main>
    </div>
  );
}
