/** Bank statements and their lines: look at a file, take it, follow it, list what came. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { BankLine, StatementOutcome, StatementPreview } from "../../src/contract/bank-line.ts";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type StatementAsked = {
  readonly file: File;
  /** Our own account, where the file does not name it; "" otherwise. */
  readonly account: string;
};

function formOf({ file, account }: StatementAsked, more: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  if (account.trim() !== "") form.set("account", account.trim());
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  form.set("file", file);
  return form;
}

/** openapi-fetch types a file as text; the form is handed on as it is. */
const formBody = (form: FormData) => ({ body: { file: "" }, bodySerializer: () => form });

export const statementPreviewQuery = (creditor: string, asked: StatementAsked, turn: number) =>
  queryOptions({
    // The file has no name that says what is in it: `turn` counts the files dropped.
    queryKey: [creditor, "statement-preview", turn, asked.account],
    queryFn: (): Promise<StatementPreview> =>
      answerOf(
        api.POST("/api/creditors/{creditor}/statements/preview", {
          params: { path: { creditor } },
          ...formBody(formOf(asked)),
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: (before: StatementPreview | undefined) => before,
  });

type Taking = StatementAsked & { readonly insist: string; readonly run: string };

export function useImportStatement(after: (outcome: StatementOutcome) => void) {
  const creditor = useCreditor().code;
  return useAct({
    run: ({ insist, run, ...asked }: Taking): Promise<StatementOutcome> =>
      answerOf(
        api.POST("/api/creditors/{creditor}/statements", {
          params: { path: { creditor } },
          ...formBody(formOf(asked, { run, ...(insist === "" ? {} : { insist }) })),
        }),
      ),
    after,
    shownInForm: true,
  });
}

const LIVELY = 400;

/** How far an import is; null before it has begun and after it has ended. */
export const statementProgressQuery = (creditor: string, run: string) =>
  queryOptions({
    queryKey: ["statement-progress", creditor, run],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/statements/progress/{run}", {
          params: { path: { creditor, run } },
        }),
      ).catch(() => null),
    refetchInterval: LIVELY,
    gcTime: 0,
  });

export type BankLinesView = {
  readonly state?: "open" | "booked" | "ignored";
  readonly account?: string;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
};

export const bankLinesQuery = (creditor: string, view: BankLinesView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "bank-lines", view],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/creditors/{creditor}/bank-lines", {
          params: {
            path: { creditor },
            query: { ...view, ...(pageParam === "" ? {} : { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const bankLineQuery = (creditor: string, line: string) =>
  queryOptions({
    queryKey: [creditor, "bank-line", line],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/bank-lines/{line}", {
          params: { path: { creditor, line } },
        }),
      ),
  });

type Ignoring = {
  readonly line: string;
  readonly reason: string;
  readonly duplicateOf: string | null;
};

export function useIgnoreLine(after: () => void) {
  const { bankLines: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ line, ...body }: Ignoring) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/bank-lines/{line}/ignore", {
          params: { path: { creditor, line } },
          body,
        }),
      ),
    done: () => words.ignored,
    after,
    shownInForm: true,
  });
}

export function useReopenLine(after: () => void) {
  const { bankLines: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ line, reason }: { readonly line: string; readonly reason: string }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/bank-lines/{line}/reopen", {
          params: { path: { creditor, line } },
          body: { reason },
        }),
      ),
    done: () => words.reopened,
    after,
    shownInForm: true,
  });
}

/** Other lines of the same amount: what a line may be the repetition of. */
export const likeLinesQuery = (creditor: string, { id, amount }: BankLine) =>
  queryOptions({
    queryKey: [creditor, "bank-lines", "like", id],
    queryFn: async () => {
      const { rows } = await answerOf(
        api.GET("/api/creditors/{creditor}/bank-lines", {
          params: { path: { creditor }, query: { text: amount.amount } },
        }),
      );
      return rows.filter(
        (row) =>
          row.id !== id &&
          row.amount.amount === amount.amount &&
          row.amount.currency === amount.currency,
      );
    },
  });
