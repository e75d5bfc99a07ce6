/** What lies in a customer's file besides letters: attachments, and agreements on paper. */
import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";

export const attachmentsQuery = (creditor: string, customer: string) =>
  queryOptions({
    queryKey: [creditor, "customer", customer, "attachments"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/attachments", {
          params: { path: { creditor, customer } },
        }),
      ),
  });

export const attachmentUrl = (creditor: string, attachment: string): string =>
  `/api/creditors/${creditor}/attachments/${attachment}/file`;

export const customerAgreementsQuery = (creditor: string, customer: string) =>
  queryOptions({
    queryKey: [creditor, "customer", customer, "agreements"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/agreements", {
          params: { path: { creditor }, query: { customer } },
        }),
      ),
  });

export const agreementPaperUrl = (creditor: string, agreement: string): string =>
  `/api/creditors/${creditor}/agreements/${agreement}/document`;
