/** The built web application: hashed files for ever, every other path gets the one page. */
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { Context } from "hono";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

async function find(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(`${folder}/`))) return null;
  try {
    return await readFile(file);
  } catch {
    return null;
  }
}

/** The path without its escapes; one that is malformed names no file. */
function plainPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "/";
  }
}

const NOT_BUILT = "<!doctype html><title>Huikuan</title><p>The web application is not built yet.";

/** Serves a file of the folder, or its `index.html` for the application's own addresses. */
export const serveWeb = (folder: string) => async (context: Context) => {
  const path = plainPath(new URL(context.req.url).pathname);
  const type = TYPES[extname(path)];
  const bytes = type === undefined ? null : await find(folder, path);
  if (bytes !== null && type !== undefined) {
    const hashed = path.startsWith("/assets/");
    const cache = hashed ? "public, max-age=31536000, immutable" : "no-cache";
    return context.body(bytes, 200, { "content-type": type, "cache-control": cache });
  }
  if (path.startsWith("/assets/")) return context.notFound();
  const page = await find(folder, "index.html");
  return context.body(page ?? NOT_BUILT, page === null ? 503 : 200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
  });
};
