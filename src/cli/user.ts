/** `huikuan user`: adds people, lists them, and gives a new password to who forgot theirs. */
import { parseArgs } from "node:util";
import { createUser } from "../actions/create-user.ts";
import { hashPassword } from "../actions/password.ts";
import { performShared } from "../actions/perform.ts";
import { randomPassword } from "../actions/random-password.ts";
import { resetPassword } from "../actions/reset-password.ts";
import { isRole, ROLES, type Role } from "../domain/desk/permission.ts";
import { SCOPES, type Scope } from "../domain/desk/scope.ts";
import { operator } from "../main.ts";
import { viewUsers } from "../views/people.ts";
import { type Command, type Io, misused } from "./command.ts";
import { HOUSE_OPTIONS, withHouse } from "./house.ts";
import { refused } from "./refusal-words.ts";

const OPTIONS = {
  ...HOUSE_OPTIONS,
  name: { type: "string" },
  role: { type: "string", multiple: true },
  scope: { type: "string" },
} as const;

type Values = {
  readonly data?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: readonly string[] | undefined;
  readonly scope?: string | undefined;
};

export const user: Command = {
  name: "user",
  usage: "add EMAIL --name NAME --role ROLE… [--scope SCOPE] | reset EMAIL | list",
  summary: { zh: "新增用户、列出用户、重置密码", en: "add and list users, reset a password" },
  details: {
    zh: [
      `角色：${ROLES.join(", ")}`,
      "数据范围：own（本人客户）、team（本团队客户）、creditor（全公司，默认）",
      "新密码只显示一次，请交给本人并提醒其修改。",
    ].join("\n"),
    en: [
      `Roles: ${ROLES.join(", ")}`,
      "Scope: own (own customers), team (the team's), creditor (all; the default)",
      "The new password is shown once; hand it over and have it changed.",
    ].join("\n"),
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
    });
    const [verb, email] = positionals;
    if (verb === "list" && email === undefined) return list(io, values);
    if (verb === "add" && email !== undefined) return add(io, email.toLowerCase(), values);
    if (verb === "reset" && email !== undefined) return reset(io, email.toLowerCase(), values);
    throw misused({
      zh: "用法：huikuan user add 邮箱 --name 姓名 --role 角色，user reset 邮箱，或 user list。",
      en: "Write huikuan user add EMAIL --name NAME --role ROLE, user reset EMAIL, or user list.",
    });
  },
};

function list(io: Io, values: Values): Promise<number> {
  return withHouse(io, values, async (house) => {
    for (const user of await viewUsers(house.store.database)) io.out(lineOf(io, user));
    return 0;
  });
}

/** `an@house.example  安宁  collector:own@huikuan`, with * for every creditor. */
function lineOf({ language }: Io, user: Awaited<ReturnType<typeof viewUsers>>[number]): string {
  const roles = user.roles.map(
    ({ role, scope, creditor }) => `${role}:${scope}@${creditor ?? "*"}`,
  );
  const disabled = language === "zh" ? "已停用" : "disabled";
  const parts = [user.email, user.name, roles.join(" "), ...(user.disabled ? [disabled] : [])];
  return `${parts.join("\t")}\n`;
}

function scopeOf(name = "creditor"): Scope {
  const scope = SCOPES.find((one) => one === name);
  if (scope !== undefined) return scope;
  throw misused({
    zh: `数据范围只能是：${SCOPES.join(", ")}。`,
    en: `The scope is one of: ${SCOPES.join(", ")}.`,
  });
}

function rolesOf(names: readonly string[]): readonly Role[] {
  const wrong = names.find((name) => !isRole(name));
  if (wrong === undefined && names.length > 0) return names.filter(isRole);
  throw misused({
    zh: `请用 --role 指定角色：${ROLES.join(", ")}${wrong === undefined ? "" : `；没有“${wrong}”`}。`,
    en: `Name a role with --role: ${ROLES.join(", ")}${wrong === undefined ? "" : `; there is no "${wrong}"`}.`,
  });
}

async function add(io: Io, email: string, values: Values): Promise<number> {
  const roles = rolesOf(values.role ?? []);
  const scope = scopeOf(values.scope);
  const name = values.name ?? email;
  return withHouse(io, values, async (house) => {
    const password = randomPassword(house.clock);
    const made = await performShared(house.sharedDesk(operator), createUser, {
      name,
      email,
      language: "zh",
      passwordHash: await hashPassword(password),
      creditor: null,
      roles,
      scope,
    });
    if (!made.ok) throw refused(made.refusal);
    io.out(passwordLine(io, email, password));
    return 0;
  });
}

async function reset(io: Io, email: string, values: Values): Promise<number> {
  return withHouse(io, values, async (house) => {
    const password = randomPassword(house.clock);
    const passwordHash = await hashPassword(password);
    const desk = house.sharedDesk(operator);
    const done = await performShared(desk, resetPassword, { email, passwordHash });
    if (!done.ok) throw refused(done.refusal);
    io.out(passwordLine(io, email, password));
    return 0;
  });
}

const passwordLine = ({ language }: Io, email: string, password: string): string =>
  language === "zh"
    ? `${email} 的新密码：${password}\n`
    : `New password of ${email}: ${password}\n`;
