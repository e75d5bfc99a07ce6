/** The HTTP server: every route of the contract, the web application, and what guards them. */
import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { openApi } from "../contract/openapi.ts";
import { type Sentence, Unavailable } from "../domain/values/result.ts";
import type { House } from "./desk.ts";
import { problem } from "./refusals.ts";
import type { Route } from "./route.ts";
import { ROUTES } from "./routes.ts";
import { serveWeb } from "./static.ts";

const MEGABYTE = 1024 * 1024;

const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"], // the component library writes its styles at run time
  imgSrc: ["'self'", "data:", "blob:"],
  fontSrc: ["'self'", "data:"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameSrc: ["'self'", "blob:"], // the preview of a letter
  frameAncestors: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};

const tooLarge = () => problem({ code: "body_too_large" });

function failed(error: Error): Response {
  if (error instanceof HTTPException) return error.getResponse();
  const unavailable = error instanceof Unavailable;
  if (!unavailable) console.error(error);
  return problem({ code: unavailable ? "unavailable" : "broken" });
}

function mount(app: Hono, house: House, { endpoint, answer }: Route): void {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1");
  const limit = endpoint.mostBytes ?? (endpoint.takes === "form" ? 26 * MEGABYTE : MEGABYTE);
  app.on(
    endpoint.method.toUpperCase(),
    path,
    bodyLimit({ maxSize: limit, onError: tooLarge }),
    (context: Context) => answer(house, context),
  );
}

/** Whether a page came from the host it now calls; the scheme may differ behind a TLS proxy. */
function isOurs(origin: string, context: Context): boolean {
  try {
    return new URL(origin).host === (context.req.header("host") ?? new URL(context.req.url).host);
  } catch {
    return false;
  }
}

/** The application without a port: what tests call, and `startServer` listens with. */
export function createServer(house: House): Hono {
  const app = new Hono();
  app.onError(failed);
  app.use(
    secureHeaders({ contentSecurityPolicy: CONTENT_POLICY, xFrameOptions: "SAMEORIGIN" }),
    async (context, next) => {
      const name = new URL(context.req.url).hostname;
      if (house.hosts !== null && !house.hosts.has(name)) {
        return problem({ code: "host_not_served", host: name });
      }
      return await next();
    },
    csrf({ origin: isOurs }),
  );
  app.get("/healthz", (context) => context.json({ ok: true }));
  for (const route of ROUTES) mount(app, house, route);
  // Where the company's identity provider sends people back to; the library reads the answer.
  app.get("/api/auth/callback/:provider", ({ req }) => house.signIn.finishSingleSignOn(req.raw));
  app.get("/api/openapi.json", (context) => context.json(openApi(house.version)));
  app.all("/api/*", () => problem({ code: "route_not_found" }));
  app.get("*", serveWeb(house.webFolder));
  return app;
}

export type Listening = { readonly url: string; stop(): Promise<void> };

const shown = (host: string): string => (host === "0.0.0.0" || host === "::" ? "localhost" : host);

/** Listens; a taken port is said in one sentence. */
export async function startServer(
  house: House,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const app = createServer(house);
  const server = await new Promise<ServerType>((listening, refused) => {
    const starting = serve({ fetch: app.fetch, hostname: host, port }, () => listening(starting));
    starting.once("error", (error) => refused(cannotListen(error, host, port)));
  });
  const { port: bound } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(() => stopped());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
  return { url: `http://${shown(host)}:${bound}`, stop };
}

/** What a person can do about an address that could not be opened. */
const REMEDIES: Readonly<Record<string, (where: string) => Sentence>> = {
  EADDRINUSE: (where) => ({
    zh: `${where} 已被其他程序占用；请用 PORT 换一个空闲端口。`,
    en: `${where} is taken by another program; choose a free one with PORT.`,
  }),
  EACCES: (where) => ({
    zh: `当前用户无权打开 ${where}；请用 PORT 换成 1024 以上的端口。`,
    en: `${where} may not be opened by this user; choose a PORT above 1024.`,
  }),
  EADDRNOTAVAIL: (where) => ({
    zh: `${where} 不是本机的地址；请把 HOST 设为本机地址。`,
    en: `${where} is no address of this machine; set HOST to one that is.`,
  }),
};

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const remedy = REMEDIES[error.code === "ENOTFOUND" ? "EADDRNOTAVAIL" : (error.code ?? "")];
  return remedy === undefined ? error : new Unavailable(remedy(`${host}:${port}`));
}
