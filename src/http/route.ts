/** A route: an endpoint of the contract and what answers it, checked and typed at both ends. */
import type { Context } from "hono";
import type { z } from "zod";
import type { Desk } from "../actions/perform.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import { parseId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { findSigned, type House, openDesk } from "./desk.ts";
import { type AnyRefusal, problem } from "./refusals.ts";
import type { Session } from "./sign-in.ts";
import { type Sent, wireText } from "./wire.ts";

type ParamNames<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;
type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a route gets: its parts of the request, read and checked. */
export type Given<E extends Endpoint> = {
  readonly house: House;
  readonly request: Request;
  /** The sender's address, where the server knows it. */
  readonly address: string | null;
  readonly params: Readonly<Record<ParamNames<E["path"]>, string>>;
  readonly query: Out<E["query"]>;
  readonly body: Out<E["body"]>;
  /** Present where the path names a creditor. */
  readonly desk: E["path"] extends `${string}{creditor}${string}` ? Desk : null;
  /** Present unless the endpoint is public. */
  readonly session: E["access"] extends "public" ? null : Session;
};

/**
 * Bytes with their file's name. `mediaType` where it differs from file to file; `saved`: a browser
 * is to save it and not to show it.
 */
export type Bytes = {
  readonly bytes: Uint8Array<ArrayBuffer> | string;
  readonly fileName: string;
  readonly mediaType?: string;
  readonly saved?: boolean;
};
/** Headers beside the answer (cookies). */
export type WithHeaders<Value> = { readonly value: Value; readonly headers: [string, string][] };

type Answer<E extends Endpoint> = E["answer"] extends z.ZodType
  ? Sent<z.input<E["answer"]>>
  : Bytes;

export type Route = {
  readonly endpoint: Endpoint;
  answer(house: House, context: Context): Promise<Response>;
};

/** Joins an endpoint to its answer. A refusal without a status does not compile. */
export function route<const E extends Endpoint>(
  endpoint: E,
  answer: (given: Given<E>) => Promise<Result<Answer<E> | WithHeaders<Answer<E>>, AnyRefusal>>,
): Route {
  return {
    endpoint,
    async answer(house, context) {
      const given = await read(house, context, endpoint);
      if (!given.ok) return problem(given.refusal);
      const outcome = await answer(given.value as Given<E>);
      return outcome.ok ? respond(endpoint, outcome.value) : problem(outcome.refusal);
    },
  };
}

async function read(
  house: House,
  context: Context,
  endpoint: Endpoint,
): Promise<Result<Given<Endpoint>, AnyRefusal>> {
  const request = context.req.raw;
  let session: Session | null = null;
  let desk: Desk | null = null;
  const params = context.req.param() as Record<string, string>;
  if (endpoint.access !== "public") {
    const signed = await findSigned(house, request.headers);
    if (!signed.ok) return signed;
    session = signed.value;
    const { creditor } = params as { creditor?: string };
    if (creditor !== undefined) {
      const opened = await openDesk(house, session, creditor, endpoint.access);
      if (!opened.ok) return opened;
      desk = opened.value;
    }
  }
  const ids = checkIds(params);
  if (!ids.ok) return ids;
  const query = parse(endpoint.query, context.req.query());
  if (!query.ok) return query;
  const body = parse(endpoint.body, await bodyOf(context, endpoint));
  if (!body.ok) return body;
  const address = addressOf(context);
  const parts = { house, request, address, params, query: query.value, body: body.value };
  return ok({ ...parts, session, desk } as Given<Endpoint>);
}

type Incoming = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Where the request came from. On the loopback a proxy stands between, behind which everybody has
 * the same address: then nobody's is known, or one guesser would shut the door for all.
 */
function addressOf(context: Context): string | null {
  const address = (context.env as Incoming | undefined)?.incoming?.socket?.remoteAddress;
  return address === undefined || LOOPBACK.test(address) ? null : address;
}

/** Every parameter but the creditor's code is an id. */
function checkIds(params: Readonly<Record<string, string>>): Result<null, AnyRefusal> {
  for (const [name, text] of Object.entries(params)) {
    if (name === "creditor") continue;
    const id = parseId(text);
    if (!id.ok) return id;
  }
  return ok(null);
}

async function bodyOf(context: Context, endpoint: Endpoint): Promise<unknown> {
  if (endpoint.body === undefined) return undefined;
  try {
    return endpoint.takes === "form" ? await context.req.parseBody() : await context.req.json();
  } catch {
    return null;
  }
}

function parse(schema: z.ZodType | undefined, input: unknown): Result<unknown, AnyRefusal> {
  if (schema === undefined) return ok(undefined);
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map(({ path, code, message }) => ({
    path: path.map(String).join("."),
    reason: code === "custom" ? message : code,
  }));
  return refuse({ code: "input_invalid", issues });
}

const hasHeaders = (value: unknown): value is WithHeaders<unknown> =>
  typeof value === "object" && value !== null && "headers" in value && "value" in value;

function respond(endpoint: Endpoint, answer: unknown): Response {
  const { value, headers } = hasHeaders(answer) ? answer : { value: answer, headers: [] };
  const status = endpoint.status ?? 200;
  const all = new Headers([["cache-control", "no-store"], ...headers]);
  if (status === 204) return new Response(null, { status, headers: all });
  if (typeof endpoint.answer === "string") {
    const { bytes, fileName, mediaType = endpoint.answer, saved = false } = value as Bytes;
    all.set("content-type", mediaType);
    const name = encodeURIComponent(fileName).replaceAll("'", "%27");
    const shown = saved ? "attachment" : "inline";
    all.set("content-disposition", `${shown}; filename*=UTF-8''${name}`);
    return new Response(bytes, { status, headers: all });
  }
  all.set("content-type", "application/json; charset=utf-8");
  return new Response(wireText(value), { status, headers: all });
}
