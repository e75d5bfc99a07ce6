/** What was typed into an act's form and not saved yet; kept while the application is open. */
import { Form } from "antd";
import { createContext, useContext, useEffect, useState } from "react";

type Values = Record<string, unknown>;

/** By the form's key, then by its part. In memory only: customers' words are not for disks. */
const drafts = new Map<string, Map<string, unknown>>();
const FIELDS = "fields";

/** What stands around an act's form. */
export type ActFrame = {
  /** Creditor, customer and verb: by it a draft is found again. */
  readonly draftKey: string;
  /** Closes the form and throws away what was typed. */
  readonly onThrowAway: () => void;
  /** Set by the form: keeps what was typed up to this moment. */
  readonly keepNow: { current: (() => void) | null };
};

/** Null: the form stands alone, its draft is not kept. */
export const ActFraming = createContext<ActFrame | null>(null);

function keep(key: string, part: string, value: unknown): void {
  const parts = drafts.get(key) ?? new Map<string, unknown>();
  drafts.set(key, parts.set(part, value));
}

const useDraftKey = (): string | null => useContext(ActFraming)?.draftKey ?? null;

const kept = (key: string | null, part: string): unknown =>
  key === null ? undefined : drafts.get(key)?.get(part);

export const hasDraft = (key: string): boolean => drafts.has(key);

/** After saving, or when somebody throws it away. */
export const clearDraft = (key: string): void => void drafts.delete(key);

/**
 * Inside an antd form: puts the fields of its draft back, and keeps what is typed from then on. A
 * form that was merely opened leaves no draft. True where something was put back.
 */
export function useFormDraft(): boolean {
  const key = useDraftKey();
  const keepNow = useContext(ActFraming)?.keepNow;
  const form = Form.useFormInstance<Values>();
  const values = Form.useWatch([], form) as Values | undefined;
  const [restored] = useState(() => kept(key, FIELDS) !== undefined);
  // The form's own store is outside React: it takes the draft once it stands.
  useEffect(() => {
    const before = kept(key, FIELDS);
    if (before !== undefined) form.setFieldsValue(before as Values);
  }, [key, form]);
  // What was typed must outlive the form, which leaves with Escape or with the next customer.
  useEffect(() => {
    const keepTyped = () => {
      if (key !== null && form.isFieldsTouched()) keep(key, FIELDS, form.getFieldsValue(true));
    };
    if (values !== undefined) keepTyped();
    if (keepNow !== undefined) keepNow.current = keepTyped;
  }, [key, values, form, keepNow]);
  return restored;
}

/** State beside the form's fields that belongs to its draft: chosen documents, own amounts. */
export function useDraftState<Value>(part: string, first: () => Value) {
  const key = useDraftKey();
  const [value, setValue] = useState<Value>(
    () => (kept(key, part) as Value | undefined) ?? first(),
  );
  const change = (next: Value) => {
    if (key !== null) keep(key, part, next);
    setValue(next);
  };
  return [value, change] as const;
}
