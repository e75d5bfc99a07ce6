/** Customers as pages ask for them: the list in windows, and one customer's page. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import type { CUSTOMER_FILTERS, CUSTOMER_SORTS } from "../views.ts";

export type CustomersView = {
  readonly search?: string;
  readonly sort?: (typeof CUSTOMER_SORTS)[number];
  readonly direction?: "asc" | "desc";
  readonly filter?: (typeof CUSTOMER_FILTERS)[number];
  readonly currency?: string;
};

export const customersQuery = (creditor: string, view: CustomersView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "customers", view],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers", {
          params: {
            path: { creditor },
            query: { ...view, ...(pageParam === "" ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const customerQuery = (creditor: string, customer: string, items: "open" | "all" = "open") =>
  queryOptions({
    queryKey: [creditor, "customer", customer, items],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}", {
          params: { path: { creditor, customer }, query: { items } },
        }),
      ),
  });
