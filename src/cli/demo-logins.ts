/** The first start: the demo company, and five people who can sign in to it. */
import { createUser } from "../actions/create-user.ts";
import { hashPassword } from "../actions/password.ts";
import { accepted, performShared } from "../actions/perform.ts";
import { randomPassword } from "../actions/random-password.ts";
import { loadDemo } from "../demo/load.ts";
import type { Role } from "../domain/desk/permission.ts";
import { businessDay } from "../domain/values/calendar.ts";
import { type OpenHouse, operator, standardPolicy } from "../main.ts";
import type { Io } from "./command.ts";
import { startProgress } from "./progress.ts";
import { refused } from "./refusal-words.ts";

type Login = { readonly name: string; readonly email: string; readonly roles: readonly Role[] };

/** They see every creditor, so that one's own can be looked at with the same logins. */
const LOGINS: readonly Login[] = [
  { name: "周敏（信用经理）", email: "manager@demo.example", roles: ["credit_manager"] },
  { name: "陈佳（催收专员）", email: "collector@demo.example", roles: ["collector"] },
  { name: "何静（出纳）", email: "cashier@demo.example", roles: ["cashier"] },
  { name: "赵宁（销售）", email: "sales@demo.example", roles: ["sales"] },
  { name: "王强（系统管理员）", email: "admin@demo.example", roles: ["administrator"] },
];

/** Loads the demo company and makes its logins; gives a line for each with its password. */
export async function loadDemoWithLogins(house: OpenHouse, io: Io): Promise<readonly string[]> {
  const desk = house.sharedDesk(operator);
  const today = businessDay(house.clock.now(), "Asia/Shanghai");
  const label = io.language === "zh" ? "演示公司" : "demo company";
  let progress = startProgress(io, label, 0);
  let begun = false;
  const loaded = await loadDemo({
    desk,
    policy: standardPolicy(),
    today,
    onDay(played, all) {
      if (!begun) progress = startProgress(io, label, all);
      begun = true;
      progress.reach(played);
    },
  });
  progress.end();
  // Who loaded the demo by its own command has it already, and only lacks the logins.
  if (!loaded.ok && loaded.refusal.code !== "creditor_code_taken") throw refused(loaded.refusal);
  const lines: string[] = [];
  for (const { name, email, roles } of LOGINS) {
    const password = randomPassword(house.clock);
    accepted(
      await performShared(desk, createUser, {
        name,
        email,
        language: io.language,
        passwordHash: await hashPassword(password),
        creditor: null,
        roles,
      }),
    );
    lines.push(`${email.padEnd(24)} ${password}  ${name}`);
  }
  return lines;
}
