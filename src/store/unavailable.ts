/** Which database errors mean that the world failed, and the sentence each becomes. */
import { Unavailable } from "../domain/values/result.ts";

/** What the driver and Node tell us of an error; any part may be missing. */
type Told = {
  readonly code?: string;
  readonly syscall?: string;
  readonly message?: string;
  readonly errors?: readonly Told[];
};

const REFUSED_BY_SERVER: Readonly<Record<string, string>> = {
  "28P01": "the password is wrong; correct DATABASE_URL",
  "28000": "the server does not let this user in; correct DATABASE_URL or pg_hba.conf",
  "3D000": "there is no such database; create it or correct DATABASE_URL",
  "53300": "the server has no connection left; raise max_connections or stop other programs",
  "57P01": "the server is shutting down; start it again",
  "57P02": "the server crashed and is recovering; try again in a moment",
  "57P03": "the server is starting; try again in a moment",
  "53100": "the disk is full; make room",
};

const NOT_REACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there; start PostgreSQL or correct DATABASE_URL",
  ENOENT: "nothing listens there; start the server or correct DATABASE_URL",
  ENOTFOUND: "there is no host of this name; correct DATABASE_URL",
  EAI_AGAIN: "the name can't be looked up now; check the network",
  ETIMEDOUT: "no answer came; check the network and DATABASE_URL",
  EHOSTUNREACH: "the host can't be reached; check the network",
  ENETUNREACH: "the network can't be reached; check it",
  ECONNRESET: "the connection was cut; check the server",
  EPIPE: "the connection was cut; check the server",
};

const LOST = /terminated|timeout exceeded|not queryable|connection error|has been discarded/i;

/** Why the database did not answer, or null when the error is of another kind. */
export function reasonOf(error: unknown): string | null {
  const { code = "", syscall, message = "", errors } = (error ?? {}) as Told;
  const ofFile = code === "ENOENT" && syscall !== "connect";
  const known = ofFile ? undefined : (REFUSED_BY_SERVER[code] ?? NOT_REACHED[code]);
  if (known !== undefined) return known;
  if (code.startsWith("08") || LOST.test(message)) return "no answer came; check the server";
  for (const inner of errors ?? []) {
    const reason = reasonOf(inner);
    if (reason !== null) return reason;
  }
  return null;
}

/** The error as `Unavailable` when the world failed, otherwise the error itself. */
export function asUnavailable(error: unknown, where = "the database"): unknown {
  if (error instanceof Unavailable) return error;
  const reason = reasonOf(error);
  if (reason === null) return error;
  return new Unavailable(`${where} does not answer: ${reason}.`, { cause: error });
}
