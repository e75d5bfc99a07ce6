/** What a page shows while it loads, when it failed, and when there is nothing. */
import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import type { Problem } from "../../src/contract/scalars.ts";
import { problemOf } from "../api.ts";
import { useWords } from "../words.tsx";
import { Icon, type IconName } from "./icon.tsx";
import "./states.css";

export function Loading() {
  const words = useWords();
  return (
    <div className="page" role="status" aria-label={words.frame.loading}>
      <Skeleton active title={false} paragraph={{ rows: 9 }} />
    </div>
  );
}

type EmptyProps = {
  readonly icon?: IconName;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
};

/** Says what would be here and offers the act that fills it. */
export function Empty({ icon = "file", title, text, children }: EmptyProps) {
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon name={icon} size={22} />
      </span>
      <p className="strong">{title}</p>
      {text !== undefined && <p className="quiet">{text}</p>}
      {children}
    </div>
  );
}

type ProblemNoteProps = {
  readonly error: unknown;
  readonly onAgain?: () => void;
  /** A page's own sentence for it; null: the usual one. */
  readonly say?: (problem: Problem) => string | null;
};

/** A refusal in words, where it happened. */
export function ProblemNote({ error, onAgain, say }: ProblemNoteProps) {
  const words = useWords();
  if (error === null || error === undefined) return null;
  const problem = problemOf(error);
  return (
    <div className="notice danger" role="alert">
      <Icon name="warning" />
      <span className="grow">{say?.(problem) ?? words.refusal(problem)}</span>
      {onAgain !== undefined && (
        <Button size="small" onClick={onAgain}>
          {words.frame.again}
        </Button>
      )}
    </div>
  );
}

export function Failed({ error, reset }: ErrorComponentProps) {
  const words = useWords();
  return (
    <div className="page">
      <Empty icon="warning" title={words.frame.pageFailed} text={words.refusal(problemOf(error))}>
        <Button onClick={reset}>{words.frame.again}</Button>
      </Empty>
    </div>
  );
}

export function Missing() {
  const words = useWords();
  return (
    <div className="page">
      <Empty icon="question" title={words.frame.pageMissing}>
        <a href="/">{words.frame.toToday}</a>
      </Empty>
    </div>
  );
}
