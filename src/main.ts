/** Wires the rooms: opens the store, runs server and worker, gives desks to the doors. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Actor } from "./actions/action.ts";
import type { ResetRecipient } from "./actions/ask-password-reset.ts";
import type { Clock, Desk, SharedDesk } from "./actions/perform.ts";
import type { PolicyText } from "./actions/publish-policy.ts";
import { emailChannel } from "./channels/email.ts";
import { mailFolder } from "./channels/mail-folder.ts";
import type { Config } from "./config.ts";
import { composeResetMail } from "./documents/account-mail.ts";
import { parseMailbox } from "./documents/mail.ts";
import { PERMISSIONS, ROLES } from "./domain/desk/permission.ts";
import type { Instant } from "./domain/values/calendar.ts";
import { type CreditorId, type MessageId, uuidV7 } from "./domain/values/ids.ts";
import { assert } from "./domain/values/result.ts";
import { readPolicyFile } from "./formats/policy-yaml.ts";
import { servedHosts } from "./http/hosts.ts";
import { startServer } from "./http/server.ts";
import { openSignIn } from "./http/sign-in.ts";
import { closeDueDays } from "./jobs/close-due-days.ts";
import { type DeliveryCounts, deliverDue, type Outlets } from "./jobs/deliver.ts";
import { type Job, startWorker } from "./jobs/worker.ts";
import { type BackupSummary, writeBackup } from "./store/backup.ts";
import type { BackupHead } from "./store/backup-format.ts";
import { clientConfig } from "./store/connection.ts";
import { type Creditor, listCreditors } from "./store/creditors.ts";
import { openStore, type Store, startStore } from "./store/open-store.ts";
import { restoreBackup } from "./store/restore.ts";

const ROOT = new URL("../", import.meta.url);

/** The program's version, as the package says. */
export const VERSION: string = (
  JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as { version: string }
).version;

/** Where the built web application lies. */
export const WEB_FOLDER = fileURLToPath(new URL("dist/web/", ROOT));

/** 128 random bits a draw; drawn from the system by the thousand, since ids are made in bulk. */
function drawFromPool(): () => bigint {
  let [pool, at] = [randomBytes(0), 0];
  return () => {
    if (at === pool.length) [pool, at] = [randomBytes(16 * 1024), 0];
    const drawn = (pool.readBigUInt64BE(at) << 64n) | pool.readBigUInt64BE(at + 8);
    at += 16;
    return drawn;
  };
}

/** The world's clock and chance. */
export const worldClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  random: drawFromPool(),
};

/** Who works at the machine's own console, and who works at night. */
export const operator: Actor = {
  name: "operator",
  user: null,
  decidesAs: ROLES,
  permissions: new Set(PERMISSIONS),
  reach: "all",
};
export const worker: Actor = {
  name: "worker",
  user: null,
  decidesAs: [],
  permissions: new Set(PERMISSIONS),
  reach: "all",
};

export type OpenHouse = {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  sharedDesk(actor: Actor): SharedDesk;
  desk(actor: Actor, creditor: CreditorId): Desk;
  listCreditors(): Promise<readonly Creditor[]>;
  close(): Promise<void>;
};

export type OpenOptions = {
  /** Use the server of a running `huikuan start` on the same data folder. */
  readonly join?: boolean;
  readonly onBackup?: (file: string) => void;
};

/** Opens the store, migrated and with the calendars we ship. Throws `Unavailable`, a sentence. */
export async function openHouse(config: Config, options: OpenOptions = {}): Promise<OpenHouse> {
  const clock = worldClock;
  const store = await openStore({
    place: config.store,
    backupFolder: config.backupFolder,
    program: VERSION,
    now: clock.now(),
    ...options,
  });
  const { database } = store;
  const sharedDesk = (actor: Actor): SharedDesk => ({ database, actor, clock });
  return {
    config,
    store,
    clock,
    sharedDesk,
    desk: (actor, creditorId) => ({ ...sharedDesk(actor), creditorId }),
    listCreditors: () => database.reading(listCreditors),
    close: () => store.close(),
  };
}

/** Writes everything into one file; others go on working meanwhile. */
export const writeHouseBackup = (house: OpenHouse, file: string): Promise<BackupSummary> =>
  writeBackup(house.store.connection, file, { program: VERSION, at: house.clock.now() });

/** Restores a backup into the empty store of this configuration. */
export async function restoreHouse(config: Config, file: string): Promise<BackupHead> {
  const { connection, stop } = await startStore({
    place: config.store,
    backupFolder: config.backupFolder,
    program: VERSION,
    now: worldClock.now(),
  });
  try {
    return await restoreBackup(connection, file);
  } finally {
    await stop();
  }
}

/** The default policy *标准 B2B*, with which a new creditor starts. */
export function standardPolicy(): PolicyText {
  const file = readPolicyFile(readFileSync(new URL("policies/standard-b2b.yaml", ROOT), "utf8"));
  assert(file.ok, "the policy we ship can be read");
  return { text: file.value.text, body: file.value.body };
}

/** A pool of the store's owner for the job library, which keeps its tables in its own schema. */
export function openJobPool(house: OpenHouse): pg.Pool {
  const { types: _, ...connection } = clientConfig(house.store.connection);
  const pool = new pg.Pool({ ...connection, max: 4 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Where messages go: by SMTP where it is set; printed letters and test letters into folders. */
function outletsOf({ mail, mailFolder: folder, printFolder }: Config): Outlets {
  const test = mailFolder(folder);
  const letter = mailFolder(printFolder, "print-folder");
  if (mail.kind === "folder") return { live: { email: test, letter }, test, mailFrom: null };
  const email = emailChannel({ url: mail.url });
  return { live: { email, letter }, test, mailFrom: mail.from };
}

/** Sends what is due in one creditor's outbox. */
export const deliverOutbox = (house: OpenHouse, desk: Desk): Promise<DeliveryCounts> =>
  deliverDue(desk, outletsOf(house.config));

/** What the worker does without being asked. Times are UTC; each job looks at its own creditors. */
function jobsOf(house: OpenHouse, signal: AbortSignal): readonly Job[] {
  return [
    {
      name: "deliver",
      when: "* * * * *",
      async run() {
        for (const { id } of await house.listCreditors()) {
          await deliverDue(house.desk(worker, id), outletsOf(house.config), { signal });
        }
      },
    },
    {
      name: "close_due_days",
      when: "*/5 * * * *",
      async run() {
        const creditors = await house.listCreditors();
        const due = creditors.map(({ id, timeZone, liveOn }) => ({
          desk: house.desk(worker, id),
          timeZone,
          live: liveOn !== null,
        }));
        await closeDueDays(due);
      },
    },
  ];
}

type ResetTo = NonNullable<ResetRecipient>;

/** One try: who gets no mail asks once more, and a link that lies about is worth nothing. */
async function mailReset({ config, clock }: OpenHouse, to: ResetTo, token: string): Promise<void> {
  const id = uuidV7(Date.parse(clock.now()), clock.random()) as MessageId;
  const { live, test, mailFrom } = outletsOf(config);
  const { email = test } = live;
  const bytes = await composeResetMail({
    id,
    from: mailFrom,
    to: { name: to.name, address: to.email },
    language: to.language,
    link: `${config.publicUrl}/reset-password?token=${token}`,
    composedAt: clock.now(),
  });
  const from = parseMailbox(mailFrom ?? "", "").address;
  const mail = { id, number: "password-reset", from, to: to.email, bytes };
  const outcome = await email.deliver({ ...mail, mediaType: "message/rfc822" });
  if (outcome.kind !== "sent") throw new Error(`the mail to ${to.email} did not leave`);
}

const onMailFailure = (error: unknown): void => console.error(error);

export type RunningHouse = { readonly url: string; stop(): Promise<void> };

/** Serves people and works by itself until it is stopped. A taken port is said in one sentence. */
export async function runHouse(
  house: OpenHouse,
  { firstRunToken, onFailure }: RunOptions,
): Promise<RunningHouse> {
  const { config, clock, store } = house;
  const stopping = new AbortController();
  const pool = openJobPool(house);
  const jobs = await startWorker(pool, jobsOf(house, stopping.signal), onFailure);
  try {
    const signIn = await openSignIn(
      house.sharedDesk(worker),
      config.publicUrl,
      config.singleSignOn,
    );
    const server = await startServer(
      {
        database: store.database,
        clock,
        signIn,
        version: VERSION,
        mail: config.mail.kind,
        firstRunToken,
        webFolder: WEB_FOLDER,
        hosts: servedHosts(config.host, config.publicUrl),
        standardPolicy: standardPolicy(),
        mailReset: (to, token) => void mailReset(house, to, token).catch(onMailFailure),
        deliverSoon: () => void jobs.soon("deliver"),
      },
      config,
    );
    const stop = async () => {
      stopping.abort();
      await server.stop();
      await jobs.stop();
    };
    return { url: server.url, stop };
  } catch (error) {
    await jobs.stop();
    throw error;
  }
}

export type RunOptions = {
  readonly firstRunToken: string | null;
  /** Told when a job fails; it is tried again at its next time. */
  readonly onFailure: (job: string, error: unknown) => void;
};
