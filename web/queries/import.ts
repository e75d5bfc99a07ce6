/** Imports: look at a file, store it, and what was imported before. */
import { queryOptions } from "@tanstack/react-query";
import type { ImportReport } from "../../src/contract/import.ts";
import { answerOf, api } from "../api.ts";
import type { IMPORT_KINDS } from "../views.ts";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a person says about a file beyond what its headings say. */
export type ImportAsked = {
  readonly file: File;
  readonly kind: ImportKind;
  readonly columns: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly dateOrder: "" | "ymd" | "dmy" | "mdy";
  readonly stripZeros: boolean;
  readonly snapshot: string | null;
  readonly partial: boolean;
  readonly update: boolean;
};

/** Fields whose leading zeros are of the system they came from, not of the number. */
const NUMBERED = ["customer_number", "number"];

function formOf(asked: ImportAsked): FormData {
  const { columns, currency, dateOrder, snapshot, stripZeros, partial, update } = asked;
  const map = {
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
    ...(currency === "" ? {} : { constants: { currency } }),
    ...(dateOrder === "" ? {} : { dateOrder }),
    ...(stripZeros ? { stripLeadingZeros: NUMBERED } : {}),
  };
  const options = { map, partial, update, ...(snapshot === null ? {} : { snapshot }) };
  const form = new FormData();
  form.set("kind", asked.kind);
  form.set("options", JSON.stringify(options));
  form.set("file", asked.file);
  return form;
}

/** openapi-fetch types a file as text; the form is handed on as it is. */
const formBody = (asked: ImportAsked) => ({
  body: { kind: asked.kind, file: "" },
  bodySerializer: () => formOf(asked),
});

export const previewQuery = (creditor: string, asked: ImportAsked, turn: number) =>
  queryOptions({
    // The file has no name that says what is in it: `turn` counts the files dropped.
    queryKey: [creditor, "preview", turn, { ...asked, file: null }],
    queryFn: (): Promise<ImportReport> =>
      answerOf(
        api.POST("/api/creditors/{creditor}/imports/preview", {
          params: { path: { creditor } },
          ...formBody(asked),
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: (before: ImportReport | undefined) => before,
  });

export function useStoreImport(after: (report: ImportReport) => void) {
  const creditor = useCreditor().code;
  return useAct({
    run: (asked: ImportAsked): Promise<ImportReport> =>
      answerOf(
        api.POST("/api/creditors/{creditor}/imports", {
          params: { path: { creditor } },
          ...formBody(asked),
        }),
      ),
    after,
    shownInForm: true,
  });
}

export const importsQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "imports"],
    queryFn: () =>
      answerOf(api.GET("/api/creditors/{creditor}/imports", { params: { path: { creditor } } })),
  });
