/** The environment and the command's options as one typed configuration; a wrong value stops. */
import { resolve } from "node:path";
import { ok, type Result, refuse, type Sentence } from "./domain/values/result.ts";
import type { SingleSignOn } from "./http/sign-in-library.ts";
import type { StorePlace } from "./store/open-store.ts";
import { defaultStoreFolder } from "./store/store-folder.ts";

export type MailConfig =
  | { readonly kind: "smtp"; readonly url: string; readonly from: string }
  | { readonly kind: "folder" };

export type Config = {
  readonly store: StorePlace;
  readonly host: string;
  readonly port: number;
  /** How people reach the server, without a slash at its end. */
  readonly publicUrl: string;
  readonly mail: MailConfig;
  /** The company's identity provider; null: people sign in with their passwords. */
  readonly singleSignOn: SingleSignOn | null;
  /** Where mails go as files: all of them without SMTP, test letters always. */
  readonly mailFolder: string;
  /** Where letters wait that nobody can receive by mail: to be printed and posted. */
  readonly printFolder: string;
  readonly backupFolder: string;
};

/** What the command line may say; it wins over the environment. */
export type Flags = {
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
};

export type ConfigRefusal = {
  readonly code: "setting_wrong";
  readonly setting: string;
  readonly sentence: Sentence;
};

type Environment = Readonly<Record<string, string | undefined>>;

const wrong = (setting: string, zh: string, en: string) =>
  refuse({
    code: "setting_wrong",
    setting,
    sentence: { zh: `${setting} ${zh}`, en: `${setting} ${en}` },
  });

/** A setting that is there and not blank. */
const given = (env: Environment, name: string): string | undefined =>
  env[name]?.trim() || undefined;

function urlOf(text: string, schemes: readonly string[]): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && schemes.includes(url.protocol) ? url : null;
}

function readPlace(env: Environment, flags: Flags, cwd: string): Result<StorePlace, ConfigRefusal> {
  const url = given(env, "DATABASE_URL");
  const folder = flags.data?.trim() || given(env, "HUIKUAN_DATA");
  if (flags.data !== undefined && folder === undefined) {
    return wrong("--data", "需要一个目录。", "needs a folder.");
  }
  if (url === undefined || flags.data !== undefined) {
    const dataDir = folder === undefined ? defaultStoreFolder(env) : resolve(cwd, folder);
    return ok({ kind: "embedded", dataDir });
  }
  if (urlOf(url.replace("@/", "@localhost/"), ["postgres:", "postgresql:"]) === null) {
    return wrong(
      "DATABASE_URL",
      "不是 PostgreSQL 地址，应形如 postgres://用户:密码@主机:5432/数据库。",
      "is no PostgreSQL address; write postgres://user:password@host:5432/database.",
    );
  }
  return ok({ kind: "url", url });
}

function readPort(env: Environment, flags: Flags): Result<number, ConfigRefusal> {
  const [setting, text] =
    flags.port === undefined
      ? ["PORT", given(env, "PORT") ?? "8787"]
      : ["--port", flags.port.trim()];
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= 65_535) return ok(port);
  return wrong(
    setting,
    `的值“${text}”不是端口号，应为 0 到 65535 的整数。`,
    `is "${text}"; a port is a whole number from 0 to 65535.`,
  );
}

function readHost(env: Environment, flags: Flags): Result<string, ConfigRefusal> {
  const [setting, text] =
    flags.host === undefined
      ? ["HOST", given(env, "HOST") ?? "127.0.0.1"]
      : ["--host", flags.host.trim()];
  if (/^[A-Za-z0-9._:-]+$/.test(text)) return ok(text);
  return wrong(
    setting,
    `的值“${text}”不是主机名或 IP 地址，例如 127.0.0.1 或 0.0.0.0。`,
    `is "${text}"; write a host name or an IP address such as 127.0.0.1 or 0.0.0.0.`,
  );
}

/** A host that means every address of the machine is reached by the loopback's name. */
function addressOf(host: string, port: number): string {
  const named = host === "0.0.0.0" || host === "::" || host === "127.0.0.1" ? "localhost" : host;
  return `http://${named.includes(":") ? `[${named}]` : named}:${port}`;
}

function readPublicUrl(
  env: Environment,
  host: string,
  port: number,
): Result<string, ConfigRefusal> {
  const text = given(env, "PUBLIC_URL");
  if (text === undefined) return ok(addressOf(host, port));
  const url = urlOf(text, ["http:", "https:"]);
  if (url !== null && url.search === "" && url.hash === "") return ok(url.href.replace(/\/+$/, ""));
  return wrong(
    "PUBLIC_URL",
    "不是网址，应形如 https://huikuan.example.com。",
    "is no web address; write it like https://huikuan.example.com.",
  );
}

/** Both or neither: a server without a sender would send letters from nobody. */
function readMail(env: Environment): Result<MailConfig, ConfigRefusal> {
  const [url, from] = [given(env, "SMTP_URL"), given(env, "MAIL_FROM")];
  if (url === undefined) return ok({ kind: "folder" });
  if (urlOf(url, ["smtp:", "smtps:"]) === null) {
    return wrong(
      "SMTP_URL",
      "不是邮件服务器地址，应形如 smtps://用户:密码@smtp.example.com:465。",
      "is no mail server; write smtps://user:password@smtp.example.com:465.",
    );
  }
  if (from === undefined || !/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(from)) {
    return wrong(
      "MAIL_FROM",
      "在设置 SMTP_URL 后必须是发件地址，例如 应收账款 <ar@example.com>。",
      "must be the sender's address when SMTP_URL is set, such as Receivables <ar@example.com>.",
    );
  }
  return ok({ kind: "smtp", url, from });
}

/** All of the three or none; the name is what the button on the sign-in page says. */
function readSingleSignOn(env: Environment): Result<SingleSignOn | null, ConfigRefusal> {
  const issuer = given(env, "OIDC_ISSUER");
  const clientId = given(env, "OIDC_CLIENT_ID");
  const clientSecret = given(env, "OIDC_CLIENT_SECRET");
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return ok(null);
  if (issuer === undefined || urlOf(issuer, ["https:", "http:"]) === null) {
    return wrong(
      "OIDC_ISSUER",
      "不是身份提供方的网址，应形如 https://login.example.com。",
      "is no address of an identity provider; write it like https://login.example.com.",
    );
  }
  if (clientId === undefined || clientSecret === undefined) {
    return wrong(
      clientId === undefined ? "OIDC_CLIENT_ID" : "OIDC_CLIENT_SECRET",
      "在设置 OIDC_ISSUER 后必须填写，由身份提供方登记应用时给出。",
      "must be set with OIDC_ISSUER; the identity provider gives it when you register Huikuan.",
    );
  }
  const name = given(env, "OIDC_NAME") ?? new URL(issuer).hostname;
  return ok({ issuer, clientId, clientSecret, name });
}

/**
 * Reads `DATABASE_URL` or `HUIKUAN_DATA`, `HOST`, `PORT`, `PUBLIC_URL`, `SMTP_URL` with
 * `MAIL_FROM`, `OIDC_ISSUER` with its client, `HUIKUAN_MAIL_DIR`, `HUIKUAN_PRINT_DIR`,
 * `HUIKUAN_BACKUP_DIR`. Flags win; `--data`
 * wins over `DATABASE_URL` too. Refusal: the first setting that is wrong, with its sentence.
 */
export function readConfig(
  env: Environment,
  flags: Flags = {},
  cwd = process.cwd(),
): Result<Config, ConfigRefusal> {
  const store = readPlace(env, flags, cwd);
  if (!store.ok) return store;
  const host = readHost(env, flags);
  if (!host.ok) return host;
  const port = readPort(env, flags);
  if (!port.ok) return port;
  const publicUrl = readPublicUrl(env, host.value, port.value);
  if (!publicUrl.ok) return publicUrl;
  const mail = readMail(env);
  if (!mail.ok) return mail;
  const singleSignOn = readSingleSignOn(env);
  if (!singleSignOn.ok) return singleSignOn;
  const inside = (name: string): string =>
    store.value.kind === "embedded" ? resolve(store.value.dataDir, name) : name;
  return ok({
    store: store.value,
    host: host.value,
    port: port.value,
    publicUrl: publicUrl.value,
    mail: mail.value,
    singleSignOn: singleSignOn.value,
    mailFolder: resolve(cwd, given(env, "HUIKUAN_MAIL_DIR") ?? inside("mail")),
    printFolder: resolve(cwd, given(env, "HUIKUAN_PRINT_DIR") ?? inside("print")),
    backupFolder: resolve(cwd, given(env, "HUIKUAN_BACKUP_DIR") ?? inside("backups")),
  });
}
