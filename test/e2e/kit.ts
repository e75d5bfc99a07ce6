/** A house for browser tests: a server in this process, its outbox in a folder, and Chromium. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { closeDay } from "../../src/actions/close-day.ts";
import { createUser } from "../../src/actions/create-user.ts";
import { hashPassword } from "../../src/actions/password.ts";
import { accepted, type Clock, performShared, type SharedDesk } from "../../src/actions/perform.ts";
import { mailFolder } from "../../src/channels/mail-folder.ts";
import { loadDemo } from "../../src/demo/load.ts";
import { ROLES, type Role } from "../../src/domain/desk/permission.ts";
import { type Instant, plainDate } from "../../src/domain/values/calendar.ts";
import { startServer } from "../../src/http/server.ts";
import { openSignIn } from "../../src/http/sign-in.ts";
import { deliverDue } from "../../src/jobs/deliver.ts";
import { standardPolicy, WEB_FOLDER, worker } from "../../src/main.ts";
import { seedCalendars } from "../../src/store/calendars.ts";
import { listCreditors } from "../../src/store/creditors.ts";
import { testDatabase } from "../kit/database.ts";
import { operator, stillClock } from "../kit/desk.ts";

/** A Friday at ten in Shanghai: a working day, within working hours. */
export const TODAY = "2026-11-20";
const NOW = `${TODAY}T02:00:00Z`;
export const PASSWORD = "correct horse battery";
export const FIRST_RUN_TOKEN = "token-that-start-printed";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type TestHouse = {
  readonly url: string;
  readonly browser: Browser;
  /** Links that were mailed to set a password anew. */
  readonly resets: readonly { readonly email: string; readonly token: string }[];
  /** A browser of its own, signed in as the role, or nobody; Chinese unless told. */
  open(options?: OpenOptions): Promise<Page>;
  /** A collector of this name, who reaches only their own customers, signed in. */
  openOwnCollector(name: string): Promise<Page>;
  /** Goes to ten o'clock of the day, closes it as the worker does, and sends what waits. */
  goTo(day: string): Promise<void>;
  close(): Promise<void>;
};

export type OpenOptions = {
  readonly as?: Role;
  readonly language?: "zh" | "en";
  readonly width?: number;
};

const size = (width = 1440) => ({ viewport: { width, height: width < 600 ? 844 : 900 } });

/** `demo`: a small invented company with a past, and a user of each role; else an empty house. */
export async function openTestHouse(options: { readonly demo: boolean }): Promise<TestHouse> {
  if (!existsSync(join(WEB_FOLDER, "index.html"))) {
    throw new Error("build the web application first: npx vite build");
  }
  const database = await testDatabase();
  const still = stillClock(NOW);
  let now = NOW as Instant;
  const clock: Clock = { ...still, now: () => now };
  const desk: SharedDesk = { database, clock, actor: operator };
  await database.transaction(seedCalendars);
  if (options.demo) await loadCompany(desk);
  const folder = mkdtempSync(join(tmpdir(), "huikuan-e2e-"));
  const resets: { email: string; token: string }[] = [];
  const server = await startHouse(desk, folder, resets);
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: FLAGS,
  });
  const signedIn = new Map<Role, Awaited<ReturnType<BrowserContext["storageState"]>>>();
  const open = async ({ as, language = "zh", width }: OpenOptions = {}) => {
    const state = as === undefined ? undefined : signedIn.get(as);
    const context = await browser.newContext({
      baseURL: server.url,
      ...size(width),
      ...(state === undefined ? {} : { storageState: state }),
    });
    const page = await context.newPage();
    await page.addInitScript(remember, language);
    if (as !== undefined && state === undefined) {
      await signIn(page, `${as}@house.example`);
      signedIn.set(as, await context.storageState());
    }
    return page;
  };
  const openOwnCollector = async (name: string) => {
    const email = "own@house.example";
    const passwordHash = await hashPassword(PASSWORD);
    const user = { name, email, language: "zh", passwordHash, creditor: null } as const;
    const given = { ...user, roles: ["collector"], scope: "own" } as const;
    accepted(await performShared(desk, createUser, given));
    const page = await open();
    await signIn(page, email);
    return page;
  };
  const goTo = async (day: string) => {
    now = `${day}T02:00:00Z` as Instant;
    for (const { id } of await database.reading(listCreditors)) {
      accepted(await closeDay({ ...desk, actor: worker, creditorId: id }));
    }
    await server.deliver();
  };
  const close = async () => {
    await browser.close();
    await server.stop();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, browser, resets, open, openOwnCollector, goTo, close };
}

/** Runs in the browser. A letter's frame has no storage, and needs none. */
function remember(language: string): void {
  try {
    localStorage.setItem("huikuan.language", language);
  } catch {
    // nothing to remember there
  }
}

async function loadCompany(desk: SharedDesk): Promise<void> {
  const today = plainDate(TODAY);
  accepted(
    await loadDemo({ desk, policy: standardPolicy(), today, customers: 24, days: 75, seed: "e2e" }),
  );
  const passwordHash = await hashPassword(PASSWORD);
  for (const role of ROLES) {
    const user = { name: role, email: `${role}@house.example`, language: "zh" } as const;
    const given = { ...user, passwordHash, creditor: null, roles: [role] };
    accepted(await performShared(desk, createUser, given));
  }
}

async function startHouse(
  desk: SharedDesk,
  folder: string,
  resets: { email: string; token: string }[],
) {
  const { database, clock } = desk;
  const outlet = mailFolder(folder);
  const deliver = async () => {
    for (const { id } of await database.reading(listCreditors)) {
      const outlets = { live: { email: outlet, letter: outlet }, test: outlet, mailFrom: null };
      await deliverDue({ ...desk, creditorId: id }, outlets);
    }
  };
  const server = await startServer(
    {
      database,
      clock,
      signIn: await openSignIn(desk, "http://127.0.0.1"),
      version: "0.0.0",
      mail: "folder",
      firstRunToken: FIRST_RUN_TOKEN,
      standardPolicy: standardPolicy(),
      webFolder: WEB_FOLDER,
      hosts: null,
      mailReset: ({ email }, token) => void resets.push({ email, token }),
      deliverSoon: () => void deliver(),
    },
    { host: "127.0.0.1", port: 0 },
  );
  return { ...server, deliver };
}

/** Signs in by the page, as people do. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(/^(邮箱|E-mail)$/).fill(email);
  await page.getByLabel(/^(密码|Password)$/).fill(password);
  await page.getByRole("button", { name: /^(登录|Sign in)$/ }).click();
  await page.waitForURL(/\/(today|start)$/);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type AxeAnswer = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { html: string }[];
  }[];
};

/** What axe finds wrong with the page as it is: rule and first element, one line each. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] })',
  )) as AxeAnswer;
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** How many pixels the page is wider than its window; nothing may stick out. */
export const overflow = async (page: Page): Promise<number> =>
  Number(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"));
