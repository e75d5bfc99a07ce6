/** One act on many customers: previewed first, done in parts with progress, taken back as one. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BulkAct } from "../../src/contract/bulk-work.ts";
import { askBulk, type BulkAnswer } from "./case-acts.ts";
import { useCreditor } from "./session.ts";

export type BulkLine = BulkAnswer["lines"][number];

export type Bulk =
  | { readonly phase: "asking" }
  | { readonly phase: "previewed"; readonly act: BulkAct; readonly lines: readonly BulkLine[] }
  | { readonly phase: "done"; readonly act: BulkAct; readonly lines: readonly BulkLine[] };

/** So many customers a call: few enough that the bar moves. */
const PART = 20;

const parts = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / PART) }, (_, at) =>
    ids.slice(at * PART, (at + 1) * PART),
  );

export function useBulk() {
  const creditor = useCreditor().code;
  const queries = useQueryClient();
  const [bulk, setBulk] = useState<Bulk>({ phase: "asking" });
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const walk = async (customers: readonly string[], act: BulkAct, dryRun: boolean) => {
    setError(null);
    setProgress(0);
    const lines: BulkLine[] = [];
    try {
      for (const part of parts(customers)) {
        lines.push(...(await askBulk(creditor, part, act, dryRun)).lines);
        setProgress(lines.length);
      }
    } catch (failure) {
      setError(failure);
    }
    setProgress(null);
    return lines;
  };
  const preview = async (customers: readonly string[], act: BulkAct) => {
    const lines = await walk(customers, act, true);
    if (lines.length === customers.length) setBulk({ phase: "previewed", act, lines });
  };
  const go = async (customers: readonly string[], act: BulkAct) => {
    const lines = await walk(customers, act, false);
    setBulk({ phase: "done", act, lines });
    // Not waited for: what was done can be taken back at once.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    return lines;
  };
  const again = () => setBulk({ phase: "asking" });
  return { bulk, progress, error, preview, go, again };
}

export const isFine = ({ outcome }: BulkLine): boolean => outcome === true;
