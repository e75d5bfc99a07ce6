/** Calls to the server, typed by its OpenAPI description; a refusal is thrown as `Refused`. */
import createClient from "openapi-fetch";
import type { Problem } from "../src/contract/scalars.ts";
import type { paths } from "./api-types.ts";

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? "" });

/** The server said no: a code and its facts (RFC 9457). */
export class Refused extends Error {
  readonly problem: Problem;
  readonly status: number;

  constructor(problem: Problem, status: number) {
    super(problem.code);
    this.problem = problem;
    this.status = status;
  }
}

type Call<Value> = Promise<{ data?: Value; error?: unknown; response: Response }>;

const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value;

/** The answer of a call; throws `Refused` when the server refused or can't be reached. */
export async function answerOf<Value>(call: Call<Value>): Promise<NonNullable<Value>> {
  const { data, error, response } = await call.catch(() => {
    throw new Refused({ type: "/problems/unreachable", code: "unreachable" }, 0);
  });
  if (response.ok) return (data ?? null) as NonNullable<Value>;
  const code = response.status >= 500 ? "server_failed" : "not_understood";
  throw new Refused(
    isProblem(error) ? error : { type: `/problems/${code}`, code },
    response.status,
  );
}

/** What failed, as a problem to put into words; a bug in the page counts too. */
export const problemOf = (error: unknown): Problem =>
  error instanceof Refused ? error.problem : { type: "/problems/page_failed", code: "page_failed" };
