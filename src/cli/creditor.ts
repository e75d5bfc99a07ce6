/** `huikuan creditor`: adds and lists the selling entities. */
import { parseArgs } from "node:util";
import { createCreditor } from "../actions/create-creditor.ts";
import { perform, performShared } from "../actions/perform.ts";
import { updateCreditor } from "../actions/update-creditor.ts";
import { operator, standardPolicy } from "../main.ts";
import { type Command, type Io, misused } from "./command.ts";
import { HOUSE_OPTIONS, withDesk, withHouse } from "./house.ts";
import { refused } from "./refusal-words.ts";

const DETAILS = {
  name: { type: "string" },
  "name-en": { type: "string" },
  uscc: { type: "string" },
  address: { type: "string" },
  phone: { type: "string" },
  email: { type: "string" },
  bank: { type: "string" },
  account: { type: "string" },
  currency: { type: "string" },
  "test-mode": { type: "string" },
} as const;

export const creditor: Command = {
  name: "creditor",
  usage: "add CODE --name NAME [details] | set CODE [details] [--test-mode on|off] | list",
  summary: {
    zh: "新建或列出债权人（开票公司）",
    en: "add or list creditors, the selling entities",
  },
  details: {
    zh: "--name --name-en --uscc --address --phone --email --bank --account --currency\n这些内容会写在催款函的抬头和落款。",
    en: "--name --name-en --uscc --address --phone --email --bank --account --currency\nThese stand in the head and at the foot of each letter.",
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...HOUSE_OPTIONS, ...DETAILS },
      allowPositionals: true,
    });
    const [verb, code] = positionals;
    if (verb === "list" && code === undefined) {
      return withHouse(io, values, async (house) => {
        for (const one of await house.listCreditors()) io.out(`${one.code}\t${one.name}\n`);
        return 0;
      });
    }
    if (verb === "set" && code !== undefined) return change(io, code, values);
    if (verb !== "add" || code === undefined || values.name === undefined) {
      throw misused({
        zh: "用法：huikuan creditor add 代码 --name 公司名称，creditor set 代码 --选项 值，或 creditor list。",
        en: "Write huikuan creditor add CODE --name NAME, creditor set CODE --…, or creditor list.",
      });
    }
    const offer = offerOf(code, values.name, values);
    return withHouse(io, values, async (house) => {
      const made = await performShared(house.sharedDesk(operator), createCreditor, offer);
      if (!made.ok) throw refused(made.refusal);
      io.out(
        io.language === "zh"
          ? `已新建债权人 ${code}：${offer.name}\n`
          : `Added the creditor ${code}: ${offer.name}\n`,
      );
      return 0;
    });
  },
};

type Flags = Values & { readonly data?: string | undefined };

/** Changes what is named; leaving test mode needs a complete letterhead. */
function change(io: Io, code: string, values: Flags): Promise<number> {
  const mode = values["test-mode"];
  if (mode !== undefined && mode !== "on" && mode !== "off") {
    throw misused({
      zh: "--test-mode 只接受 on 或 off。",
      en: "--test-mode takes on or off.",
    });
  }
  const testMode = mode === undefined ? {} : { testMode: mode === "on" };
  const name = values.name === undefined ? {} : { name: values.name };
  return withDesk(io, { data: values.data, creditor: code }, async (desk) => {
    const { homeCurrency: _, ...details } = known(values);
    const done = await perform(desk, updateCreditor, { ...name, ...details, ...testMode });
    if (!done.ok) throw refused(done.refusal);
    const on = done.value.testMode;
    io.out(
      io.language === "zh"
        ? `已保存 ${code}；测试模式${on ? "开启：信函不会寄给客户" : "关闭：信函将寄给客户"}\n`
        : `Saved ${code}; test mode is ${on ? "on: no letter reaches a customer" : "off"}\n`,
    );
    return 0;
  });
}

type Values = { readonly [Key in keyof typeof DETAILS]?: string | undefined };

/** The details that were given, under the names of the book. */
function known(values: Values): { readonly [detail: string]: string } {
  const given = {
    nameEn: values["name-en"],
    uscc: values.uscc,
    address: values.address,
    phone: values.phone,
    email: values.email,
    bankName: values.bank,
    bankAccount: values.account,
    homeCurrency: values.currency,
  };
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as { readonly [detail: string]: string };
}

const offerOf = (code: string, name: string, values: Values) => ({
  code,
  name,
  policy: standardPolicy(),
  ...known(values),
});
