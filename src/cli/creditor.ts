/** `huikuan creditor`: adds and lists the selling entities. */
import { parseArgs } from "node:util";
import { createCreditor } from "../actions/create-creditor.ts";
import { performShared } from "../actions/perform.ts";
import { operator, standardPolicy } from "../main.ts";
import { type Command, misused } from "./command.ts";
import { HOUSE_OPTIONS, withHouse } from "./house.ts";
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
} as const;

export const creditor: Command = {
  name: "creditor",
  usage: "add CODE --name NAME [--uscc U] [--bank B --account A] [--currency CNY] … | list",
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
    if (verb !== "add" || code === undefined || values.name === undefined) {
      throw misused({
        zh: "用法：huikuan creditor add 代码 --name 公司名称，或 huikuan creditor list。",
        en: "Write huikuan creditor add CODE --name NAME, or huikuan creditor list.",
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

type Values = { readonly [Key in keyof typeof DETAILS]?: string | undefined };

function offerOf(code: string, name: string, values: Values) {
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
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return { code, name, policy: standardPolicy(), ...(Object.fromEntries(known) as object) };
}
