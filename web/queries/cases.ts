/** Cases of late customers as the page asks for them: the list, groups, reasons. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import type { CASE_REASONS, CASE_SORTS, CASE_STAGES, CASE_STATES, CASE_VIEWS } from "../views.ts";

export type CasesView = {
  readonly view?: (typeof CASE_VIEWS)[number];
  readonly state?: (typeof CASE_STATES)[number];
  readonly stage?: (typeof CASE_STAGES)[number];
  readonly reason?: (typeof CASE_REASONS)[number];
  readonly owner?: string;
  readonly snoozed?: "yes" | "no";
  readonly group?: string;
  readonly search?: string;
  readonly sort?: (typeof CASE_SORTS)[number];
  readonly direction?: "asc" | "desc";
};

const WINDOW = 200;

const filterOf = ({ view: _, ...filter }: CasesView) => filter;

export const casesQuery = (creditor: string, view: CasesView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "cases", filterOf(view)],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/creditors/{creditor}/cases", {
          params: {
            path: { creditor },
            query: { ...filterOf(view), offset: pageParam, size: WINDOW },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _, last) => (last + WINDOW < total ? last + WINDOW : null),
    placeholderData: (before) => before,
  });

/** Where the list is as a file, with the page's filters. */
export function casesCsvUrl(creditor: string, view: CasesView, language: "zh" | "en"): string {
  const query = new URLSearchParams({ ...filterOf(view), language });
  return `/api/creditors/${creditor}/cases.csv?${query}`;
}

export const caseReasonsQuery = (creditor: string, state: (typeof CASE_STATES)[number]) =>
  queryOptions({
    queryKey: [creditor, "cases", "reasons", state],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/case-reasons", {
          params: { path: { creditor }, query: { state } },
        }),
      ),
    placeholderData: (before) => before,
  });

export const caseGroupsQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "cases", "groups"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/case-groups", { params: { path: { creditor } } }),
      ),
  });

export const groupWorkQuery = (creditor: string, group: string) =>
  queryOptions({
    queryKey: [creditor, "groups", group, "work"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/groups/{group}/work", {
          params: { path: { creditor, group } },
        }),
      ),
  });

export const customerCasesQuery = (creditor: string, customer: string) =>
  queryOptions({
    queryKey: [creditor, "customer", customer, "cases"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/cases", {
          params: { path: { creditor, customer } },
        }),
      ),
  });
