/** A refusal as an HTTP answer; the compiler refuses a route whose refusal the contract lacks. */
import { REFUSAL_STATUS, type RefusalCode } from "../contract/refusals.ts";
import { wireText } from "./wire.ts";

export type AnyRefusal = { readonly code: RefusalCode; readonly [fact: string]: unknown };

/** RFC 9457 problem: a code and the facts behind it. Words are in the reader's language file. */
export function problem(refusal: AnyRefusal): Response {
  const { code, ...facts } = refusal;
  return new Response(wireText({ type: `/problems/${code}`, code, ...facts }), {
    status: REFUSAL_STATUS[code],
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
