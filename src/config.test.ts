/** Settings become one typed configuration, or a sentence that names the wrong one. */
import { describe, expect, test } from "vitest";
import { type Config, readConfig } from "./config.ts";

function configOf(env: Record<string, string>, flags = {}): Config {
  const read = readConfig(env, flags, "/srv");
  if (!read.ok) throw new Error(read.refusal.sentence.en);
  return read.value;
}

test("nothing set: the embedded store, the loopback, and mails into the data folder", () => {
  const config = configOf({ XDG_DATA_HOME: "/home/li/data" });
  const { dataDir } = config.store as { dataDir: string };
  expect(["/home/li/data/huikuan", "/var/lib/huikuan"]).toContain(dataDir);
  expect(config).toEqual({
    store: { kind: "embedded", dataDir },
    host: "127.0.0.1",
    port: 8787,
    publicUrl: "http://localhost:8787",
    mail: { kind: "folder" },
    singleSignOn: null,
    mailFolder: `${dataDir}/mail`,
    printFolder: `${dataDir}/print`,
    backupFolder: `${dataDir}/backups`,
  });
});

describe("where the store is", () => {
  const url = "postgres://li:secret@db.example.com/ar";

  test("--data wins over DATABASE_URL, which wins over HUIKUAN_DATA", () => {
    const env = { DATABASE_URL: url, HUIKUAN_DATA: "/b" };
    expect(configOf(env, { data: "a" }).store).toEqual({ kind: "embedded", dataDir: "/srv/a" });
    expect(configOf(env).store).toEqual({ kind: "url", url });
    expect(configOf({ HUIKUAN_DATA: "/b" }).store).toEqual({ kind: "embedded", dataDir: "/b" });
  });

  test("a socket's folder is an address too", () => {
    const socket = "postgresql://li:secret@/ar?host=/var/run/postgresql";
    expect(configOf({ DATABASE_URL: socket }).store).toEqual({ kind: "url", url: socket });
  });

  test("on a server of one's own, mails and backups go where the program was started", () => {
    const config = configOf({ DATABASE_URL: url });
    expect(config.mailFolder).toBe("/srv/mail");
    expect(config.backupFolder).toBe("/srv/backups");
    const named = { DATABASE_URL: url, HUIKUAN_MAIL_DIR: "/m", HUIKUAN_BACKUP_DIR: "b" };
    expect(configOf(named).mailFolder).toBe("/m");
    expect(configOf(named).backupFolder).toBe("/srv/b");
  });

  test("a blank setting counts as none", () => {
    expect(configOf({ DATABASE_URL: " ", PORT: "", HUIKUAN_DATA: "/b" }).store.kind).toBe(
      "embedded",
    );
  });
});

describe("the address", () => {
  test("flags win over the environment", () => {
    const config = configOf({ HOST: "10.0.0.1", PORT: "80" }, { host: "0.0.0.0", port: "9000" });
    expect([config.host, config.port, config.publicUrl]).toEqual([
      "0.0.0.0",
      9000,
      "http://localhost:9000",
    ]);
    expect(configOf({ HOST: "::1" }).publicUrl).toBe("http://[::1]:8787");
  });

  test("PUBLIC_URL is how people reach it", () => {
    const env = { PUBLIC_URL: "https://ar.example.com/huikuan/" };
    expect(configOf(env).publicUrl).toBe("https://ar.example.com/huikuan");
  });
});

test("an identity provider is known by the name it is given, or by its host", () => {
  const client = { OIDC_CLIENT_ID: "huikuan", OIDC_CLIENT_SECRET: "secret" };
  const env = { OIDC_ISSUER: "https://login.example.com/realms/ar", ...client };
  expect(configOf(env).singleSignOn).toEqual({
    issuer: "https://login.example.com/realms/ar",
    clientId: "huikuan",
    clientSecret: "secret",
    name: "login.example.com",
  });
  expect(configOf({ ...env, OIDC_NAME: "企业微信" }).singleSignOn?.name).toBe("企业微信");
});

test("with SMTP_URL and MAIL_FROM mails leave the house", () => {
  const env = { SMTP_URL: "smtps://u:p@mail.example.com:465", MAIL_FROM: "应收 <ar@example.com>" };
  expect(configOf(env).mail).toEqual({
    kind: "smtp",
    url: env.SMTP_URL,
    from: "应收 <ar@example.com>",
  });
});

describe("a wrong value stops with a sentence that names it", () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["DATABASE_URL", { DATABASE_URL: "mysql://x/y" }, {}],
    ["DATABASE_URL", { DATABASE_URL: "localhost" }, {}],
    ["--data", {}, { data: "" }],
    ["PORT", { PORT: "http" }, {}],
    ["PORT", { PORT: "65536" }, {}],
    ["PORT", { PORT: "-1" }, {}],
    ["PORT", { PORT: "80.5" }, {}],
    ["--port", { PORT: "80" }, { port: "" }],
    ["HOST", { HOST: "not a host" }, {}],
    ["--host", {}, { host: "" }],
    ["PUBLIC_URL", { PUBLIC_URL: "ar.example.com" }, {}],
    ["PUBLIC_URL", { PUBLIC_URL: "https://ar.example.com/?a=1" }, {}],
    ["SMTP_URL", { SMTP_URL: "mail.example.com", MAIL_FROM: "ar@example.com" }, {}],
    ["MAIL_FROM", { SMTP_URL: "smtp://mail.example.com" }, {}],
    ["MAIL_FROM", { SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "the office" }, {}],
    ["OIDC_ISSUER", { OIDC_CLIENT_ID: "huikuan", OIDC_CLIENT_SECRET: "secret" }, {}],
    ["OIDC_ISSUER", { OIDC_ISSUER: "login.example.com" }, {}],
    ["OIDC_CLIENT_ID", { OIDC_ISSUER: "https://login.example.com" }, {}],
    ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://a.example", OIDC_CLIENT_ID: "huikuan" }, {}],
  ])("%s from %j and %j", (setting, env, flags) => {
    const read = readConfig(env, flags);
    expect(read.ok ? read.value : read.refusal.setting).toBe(setting);
    if (read.ok) return;
    expect(read.refusal.sentence.en).toMatch(new RegExp(`^${setting} .*\\.$`));
    expect(read.refusal.sentence.zh).toMatch(new RegExp(`^${setting} .*。$`));
  });
});
