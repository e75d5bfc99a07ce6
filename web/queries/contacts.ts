/** Contacts as pages ask for them: whom one may call now, the log, the script, visits, uploads. */
import { queryOptions } from "@tanstack/react-query";
import type { Attachment } from "../../src/contract/attachment.ts";
import type { Problem } from "../../src/contract/scalars.ts";
import { answerOf, api, Refused } from "../api.ts";

type Stage = "pre_due" | "early" | "middle" | "late" | "legal";

export const contactReachQuery = (creditor: string, customer: string) =>
  queryOptions({
    queryKey: [creditor, "customer", customer, "reach"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/contact-reach", {
          params: { path: { creditor, customer } },
        }),
      ),
  });

export const contactLogQuery = (creditor: string, customer: string, size = 50) =>
  queryOptions({
    queryKey: [creditor, "customer", customer, "log", size],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/outcomes", {
          params: { path: { creditor, customer }, query: { size } },
        }),
      ),
  });

export const visitsQuery = (creditor: string, customer: string) =>
  queryOptions({
    queryKey: [creditor, "customer", customer, "visits"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/visits", {
          params: { path: { creditor, customer } },
        }),
      ),
  });

export const callScriptQuery = (
  creditor: string,
  customer: string,
  asked: { readonly stage?: Stage; readonly contact?: string },
) =>
  queryOptions({
    queryKey: [creditor, "customer", customer, "script", asked],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/script", {
          params: { path: { creditor, customer }, query: asked },
        }),
      ),
  });

const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Uploads one file and tells how far it is, in percent; throws `Refused` as every call does. */
export function uploadAttachment(
  { creditor, customer }: { readonly creditor: string; readonly customer: string },
  file: File,
  onPercent: (percent: number) => void,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const failed = (code: string) =>
      reject(new Refused({ type: `/problems/${code}`, code }, request.status));
    request.open("POST", `/api/creditors/${creditor}/customers/${customer}/attachments`);
    request.upload.onprogress = ({ loaded, total }) =>
      onPercent(Math.round((loaded * 100) / total));
    request.onerror = () => failed("unreachable");
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status === 201) return resolve(answer as Attachment);
      if (isProblem(answer)) return reject(new Refused(answer, request.status));
      return failed(request.status >= 500 ? "server_failed" : "not_understood");
    };
    const form = new FormData();
    form.set("file", file);
    request.send(form);
  });
}

/** Takes an upload back that nothing has yet. */
export const discardAttachment = (creditor: string, attachment: string) =>
  answerOf(
    api.POST("/api/creditors/{creditor}/attachments/{attachment}/discard", {
      params: { path: { creditor, attachment } },
    }),
  );
